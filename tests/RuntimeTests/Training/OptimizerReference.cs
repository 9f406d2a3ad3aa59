using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetGen.RuntimeTests.Training;

/// <summary>Runs of PyTorch's optimizers in double (<c>Reference/optimizers.json</c>).</summary>
internal sealed record OptimizerReference(
    [property: JsonPropertyName("net")] ReferenceNet Net,
    [property: JsonPropertyName("cases")] TrainingRun[] Cases,
    [property: JsonPropertyName("fixed_gradient")] FixedGradientRuns FixedGradient,
    [property: JsonPropertyName("gradient_clipping")] ClippingRuns Clipping)
{
    public static readonly OptimizerReference Instance = Load();

    private static OptimizerReference Load()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Reference", "optimizers.json");
        return JsonSerializer.Deserialize<OptimizerReference>(File.ReadAllText(path))!;
    }
}

internal sealed record ReferenceNet(
    [property: JsonPropertyName("weights_out_in")] double[][][] Weights,
    [property: JsonPropertyName("biases")] double[][] Biases,
    [property: JsonPropertyName("X")] double[][] Inputs,
    [property: JsonPropertyName("y")] int[] Labels);

internal sealed record TrainingRun(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("optimizer")] string Optimizer,
    [property: JsonPropertyName("hyperparameters")] Hyperparameters Hyperparameters,
    [property: JsonPropertyName("schedule")] string Schedule,
    [property: JsonPropertyName("schedule_params")] ScheduleParameters ScheduleParameters,
    [property: JsonPropertyName("lr_used_at_step")] double[] LearningRates,
    [property: JsonPropertyName("loss_before_step")] double[] LossBeforeStep,
    [property: JsonPropertyName("after_steps")] Dictionary<int, TrainedNet> AfterSteps);

internal sealed record TrainedNet(
    [property: JsonPropertyName("weights")] double[][][] Weights,
    [property: JsonPropertyName("biases")] double[][] Biases);

internal sealed record FixedGradientRuns(
    [property: JsonPropertyName("params0")] double[] Start,
    [property: JsonPropertyName("gradients")] double[][] Gradients,
    [property: JsonPropertyName("cases")] FixedGradientRun[] Cases);

internal sealed record FixedGradientRun(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("optimizer")] string Optimizer,
    [property: JsonPropertyName("hyperparameters")] Hyperparameters Hyperparameters,
    [property: JsonPropertyName("params_after_steps")] Dictionary<int, double[]> AfterSteps);

internal sealed record Hyperparameters(
    [property: JsonPropertyName("lr")] double LearningRate,
    [property: JsonPropertyName("betas")] double[]? Betas,
    [property: JsonPropertyName("eps")] double Epsilon,
    [property: JsonPropertyName("weight_decay")] double WeightDecay,
    [property: JsonPropertyName("momentum")] double Momentum,
    [property: JsonPropertyName("dampening")] double Dampening,
    [property: JsonPropertyName("nesterov")] bool Nesterov,
    [property: JsonPropertyName("amsgrad")] bool AmsGrad,
    [property: JsonPropertyName("alpha")] double Alpha,
    [property: JsonPropertyName("centered")] bool Centered,
    [property: JsonPropertyName("lr_decay")] double LearningRateDecay,
    [property: JsonPropertyName("initial_accumulator_value")] double InitialAccumulator,
    [property: JsonPropertyName("rho")] double Rho,
    [property: JsonPropertyName("momentum_decay")] double MomentumDecay);

internal sealed record ScheduleParameters(
    [property: JsonPropertyName("step_size")] long Interval,
    [property: JsonPropertyName("gamma")] double Factor,
    [property: JsonPropertyName("T_max")] long Steps,
    [property: JsonPropertyName("eta_min")] double Minimum,
    [property: JsonPropertyName("start_factor")] double StartFactor,
    [property: JsonPropertyName("total_iters")] long WarmUpSteps,
    [property: JsonPropertyName("warmup")] ScheduleParameters? WarmUp,
    [property: JsonPropertyName("cosine")] ScheduleParameters? Cosine);

internal sealed record ClippingRuns(
    [property: JsonPropertyName("grads")] JsonElement Gradients,
    [property: JsonPropertyName("cases")] ClippingRun[] Cases);

internal sealed record ClippingRun(
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("max_norm")] double MaximumNorm,
    [property: JsonPropertyName("total_norm")] double Norm,
    [property: JsonPropertyName("clip_value")] double MaximumValue,
    [property: JsonPropertyName("clipped")] JsonElement Clipped);
