using System.Text.Json;
using NetGen.RuntimeTests.Losses;
using NetGen.Training;

namespace NetGen.RuntimeTests.Training;

[Trait("Category", "Numeric")]
public class OptimizerReferenceTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<string> TrainingRuns => [.. OptimizerReference.Instance.Cases.Select(x => x.Id)];

    public static TheoryData<string> FixedGradientRuns => [.. OptimizerReference.Instance.FixedGradient.Cases.Select(x => x.Id)];

    [Theory]
    [MemberData(nameof(FixedGradientRuns))]
    public void Steps_along_given_gradients_are_those_of_PyTorch(string id)
    {
        FixedGradientRuns reference = OptimizerReference.Instance.FixedGradient;
        FixedGradientRun run = reference.Cases.Single(x => x.Id == id);
        double[] parameters = [.. reference.Start];
        IOptimizer<double> optimizer = Create(run.Optimizer, parameters.Length, run.Hyperparameters);
        for (int step = 1; step <= reference.Gradients.Length; step++)
        {
            optimizer.Step(parameters, reference.Gradients[step - 1]);
            if (run.AfterSteps.TryGetValue(step, out double[]? expected))
                Near.Equal(expected, parameters, Tolerance, $"{id} after step {step}");
        }
    }

    [Theory]
    [MemberData(nameof(TrainingRuns))]
    public void Training_runs_are_those_of_PyTorch(string id)
    {
        ReferenceNet net = OptimizerReference.Instance.Net;
        TrainingRun run = OptimizerReference.Instance.Cases.Single(x => x.Id == id);
        double[] parameters = PlainNet.Flatten(net.Weights, net.Biases);
        double[] gradient = new double[parameters.Length];
        IOptimizer<double> optimizer = Create(run.Optimizer, parameters.Length, run.Hyperparameters);
        LearningRateSchedule schedule = ScheduleOf(run);
        for (int step = 1; step <= run.LossBeforeStep.Length; step++)
        {
            double loss = PlainNet.Backward(parameters, net.Inputs, net.Labels, gradient);
            Near.Equal(run.LossBeforeStep[step - 1], loss, Tolerance, $"{id}, loss before step {step}");
            optimizer.LearningRate = schedule.RateAt(step - 1);
            Near.Equal(1, optimizer.LearningRate / run.LearningRates[step - 1], Tolerance, $"{id}, relative rate of step {step}");
            optimizer.Step(parameters, gradient);
            if (run.AfterSteps.TryGetValue(step, out TrainedNet? expected))
                Near.Equal(PlainNet.Flatten(expected.Weights, expected.Biases), parameters, Tolerance, $"{id} after step {step}");
        }
    }

    [Fact]
    public void Clipped_gradients_are_those_of_PyTorch()
    {
        ClippingRuns reference = OptimizerReference.Instance.Clipping;
        Assert.Equal(3, reference.Cases.Length);
        foreach (ClippingRun run in reference.Cases)
        {
            double[] gradient = [.. Flatten(reference.Gradients)];
            if (run.Kind == "value")
                GradientClipping.ByValue<double>(gradient, run.MaximumValue);
            else
                Near.Equal(run.Norm, GradientClipping.ByNorm<double>(gradient, run.MaximumNorm), Tolerance, "norm");
            Near.Equal([.. Flatten(run.Clipped)], gradient, Tolerance, run.Kind);
        }
    }

    private static IEnumerable<double> Flatten(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? [element.GetDouble()] : element.EnumerateArray().SelectMany(Flatten);

    private static LearningRateSchedule ScheduleOf(TrainingRun run)
    {
        double rate = run.Hyperparameters.LearningRate;
        ScheduleParameters p = run.ScheduleParameters;
        return run.Schedule switch
        {
            "none" => LearningRateSchedule.Constant(rate),
            "step" => LearningRateSchedule.StepDecay(rate, p.Interval, p.Factor),
            "exponential" => LearningRateSchedule.ExponentialDecay(rate, p.Factor),
            "cosine" => LearningRateSchedule.CosineAnnealing(rate, p.Steps, p.Minimum),
            "linear_warmup" => LearningRateSchedule.Constant(rate).WithWarmUp(p.WarmUpSteps, p.StartFactor),
            "warmup_then_cosine" => LearningRateSchedule.CosineAnnealing(rate, p.Cosine!.Steps, p.Cosine.Minimum)
                .WithWarmUp(p.WarmUp!.WarmUpSteps, p.WarmUp.StartFactor),
            _ => throw new ArgumentException($"There is no schedule {run.Schedule}.", nameof(run)),
        };
    }

    private static IOptimizer<double> Create(string optimizer, int count, Hyperparameters h)
    {
        double rate = h.LearningRate;
        (double beta1, double beta2) = h.Betas is { } betas ? (betas[0], betas[1]) : default;
        return optimizer.Split('_')[0] switch
        {
            "sgd" or "nesterov" => new Sgd<double>(count, rate, h.Momentum, h.Dampening, h.Nesterov, h.WeightDecay),
            "adam" => new Adam<double>(count, rate, beta1, beta2, h.Epsilon, h.WeightDecay, h.AmsGrad),
            "adamw" => new AdamW<double>(count, rate, beta1, beta2, h.Epsilon, h.WeightDecay, h.AmsGrad),
            "nadam" => new NAdam<double>(count, rate, beta1, beta2, h.Epsilon, h.MomentumDecay, h.WeightDecay),
            "radam" => new RAdam<double>(count, rate, beta1, beta2, h.Epsilon, h.WeightDecay),
            "adamax" => new Adamax<double>(count, rate, beta1, beta2, h.Epsilon, h.WeightDecay),
            "rmsprop" => new RmsProp<double>(count, rate, h.Alpha, h.Epsilon, h.Momentum, h.Centered, h.WeightDecay),
            "adagrad" => new Adagrad<double>(count, rate, h.LearningRateDecay, h.InitialAccumulator, h.Epsilon, h.WeightDecay),
            "adadelta" => new Adadelta<double>(count, rate, h.Rho, h.Epsilon, h.WeightDecay),
            _ => throw new ArgumentException($"There is no optimizer {optimizer}.", nameof(optimizer)),
        };
    }
}
