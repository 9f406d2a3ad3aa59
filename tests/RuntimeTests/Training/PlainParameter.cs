using static NetGen.RuntimeTests.Training.OptimizerVariants;

namespace NetGen.RuntimeTests.Training;

/// <summary>One parameter under the formulas of <see cref="OptimizerVariants"/>, in double, with powers instead of products.</summary>
internal sealed class PlainParameter(string variant, double value, double weightDecay)
{
    private int _step;
    private double _mean;
    private double _square = variant == "Adagrad" ? InitialAccumulator : 0;
    private double _third;

    public double Value { get; private set; } = value;

    public void Step(double gradient, double rate)
    {
        _step++;
        if (IsDecoupled(variant))
            Value *= 1 - (rate * weightDecay);
        else
            gradient += weightDecay * Value;
        Value -= variant switch
        {
            "Sgd" => rate * gradient,
            "Sgd momentum" => rate * (_mean = _step == 1 ? gradient : (Momentum * _mean) + ((1 - Dampening) * gradient)),
            "Sgd nesterov" => rate * (gradient + (Momentum * (_mean = (Momentum * _mean) + gradient))),
            "NAdam" => NAdam(gradient, rate),
            "RAdam" => RAdam(gradient, rate),
            "Adamax" => Adamax(gradient, rate),
            "Adagrad" => Adagrad(gradient, rate),
            "Adadelta" => Adadelta(gradient, rate),
            _ when variant.StartsWith("RmsProp", StringComparison.Ordinal) => RmsProp(gradient, rate),
            _ => Adam(gradient, rate, variant.EndsWith("amsgrad", StringComparison.Ordinal)),
        };
    }

    private static double NAdamMomentum(int step) => Beta1 * (1 - (0.5 * Math.Pow(0.96, step * MomentumDecay)));

    private void AddToMoments(double gradient)
    {
        _mean = (Beta1 * _mean) + ((1 - Beta1) * gradient);
        _square = (Beta2 * _square) + ((1 - Beta2) * gradient * gradient);
    }

    private double Adam(double gradient, double rate, bool isAmsGrad)
    {
        AddToMoments(gradient);
        _third = Math.Max(_third, _square);
        double mean = _mean / (1 - Math.Pow(Beta1, _step));
        double square = (isAmsGrad ? _third : _square) / (1 - Math.Pow(Beta2, _step));
        return rate * mean / (Math.Sqrt(square) + Epsilon);
    }

    private double NAdam(double gradient, double rate)
    {
        AddToMoments(gradient);
        double product = Enumerable.Range(1, _step).Aggregate(1.0, (x, t) => x * NAdamMomentum(t));
        double current = NAdamMomentum(_step), next = NAdamMomentum(_step + 1);
        double divisor = Math.Sqrt(_square / (1 - Math.Pow(Beta2, _step))) + Epsilon;
        return rate * (((1 - current) / (1 - product) * gradient) + (next / (1 - (product * next)) * _mean)) / divisor;
    }

    private double RAdam(double gradient, double rate)
    {
        AddToMoments(gradient);
        double mean = _mean / (1 - Math.Pow(Beta1, _step));
        double power = Math.Pow(Beta2, _step);
        double limit = (2 / (1 - Beta2)) - 1;
        double length = limit - (2 * _step * power / (1 - power));
        if (length <= 5)
            return rate * mean;
        double rectified = Math.Sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
        return rate * mean * rectified * Math.Sqrt(1 - power) / (Math.Sqrt(_square) + Epsilon);
    }

    private double Adamax(double gradient, double rate)
    {
        _mean = (Beta1 * _mean) + ((1 - Beta1) * gradient);
        _square = Math.Max(Beta2 * _square, Math.Abs(gradient) + Epsilon);
        return rate / (1 - Math.Pow(Beta1, _step)) * _mean / _square;
    }

    private double RmsProp(double gradient, double rate)
    {
        _square = (Beta2 * _square) + ((1 - Beta2) * gradient * gradient);
        _mean = (Beta2 * _mean) + ((1 - Beta2) * gradient);
        bool isCentered = variant.Contains("centered", StringComparison.Ordinal);
        double direction = gradient / (Math.Sqrt(isCentered ? _square - (_mean * _mean) : _square) + Epsilon);
        _third = (Momentum * _third) + direction;
        return rate * (variant.EndsWith("momentum", StringComparison.Ordinal) ? _third : direction);
    }

    private double Adagrad(double gradient, double rate)
    {
        _square += gradient * gradient;
        return rate / (1 + ((_step - 1) * LearningRateDecay)) * gradient / (Math.Sqrt(_square) + Epsilon);
    }

    private double Adadelta(double gradient, double rate)
    {
        _square = (Beta1 * _square) + ((1 - Beta1) * gradient * gradient);
        double delta = Math.Sqrt(_mean + Epsilon) / Math.Sqrt(_square + Epsilon) * gradient;
        _mean = (Beta1 * _mean) + ((1 - Beta1) * delta * delta);
        return rate * delta;
    }
}
