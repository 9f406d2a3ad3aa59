using System.Numerics;
using NetGen.Training;

namespace NetGen.RuntimeTests.Training;

/// <summary>Every optimizer with every option, with constants that differ from each other and let ε show.</summary>
internal static class OptimizerVariants
{
    public const double Momentum = 0.9;
    public const double Dampening = 0.25;
    public const double Beta1 = 0.8;
    public const double Beta2 = 0.95;
    public const double Epsilon = 1e-3;
    public const double MomentumDecay = 0.25;
    public const double LearningRateDecay = 0.125;
    public const double InitialAccumulator = 0.5;

    private static readonly string[] Names =
    [
        "Sgd", "Sgd momentum", "Sgd nesterov", "Adam", "Adam amsgrad", "AdamW", "AdamW amsgrad", "NAdam", "RAdam", "Adamax",
        "RmsProp", "RmsProp momentum", "RmsProp centered", "RmsProp centered momentum", "Adagrad", "Adadelta",
    ];

    public static TheoryData<string> All => [.. Names];

    public static bool IsDecoupled(string variant) => variant.StartsWith("AdamW", StringComparison.Ordinal);

    public static Optimizer<T> Create<T>(
        string variant, int count, double rate = 0.05, double weightDecay = 0, ReadOnlySpan<LayerInfo> layers = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string[] words = variant.Split(' ');
        bool isAmsGrad = words.Contains("amsgrad");
        double momentum = words.Contains("momentum") ? Momentum : 0;
        return words[0] switch
        {
            "Sgd" when words.Contains("nesterov") => new Sgd<T>(count, rate, Momentum, 0, true, weightDecay, layers),
            "Sgd" => new Sgd<T>(count, rate, momentum, Dampening, false, weightDecay, layers),
            "Adam" => new Adam<T>(count, rate, Beta1, Beta2, Epsilon, weightDecay, isAmsGrad, layers),
            "AdamW" => new AdamW<T>(count, rate, Beta1, Beta2, Epsilon, weightDecay, isAmsGrad, layers),
            "NAdam" => new NAdam<T>(count, rate, Beta1, Beta2, Epsilon, MomentumDecay, weightDecay, layers),
            "RAdam" => new RAdam<T>(count, rate, Beta1, Beta2, Epsilon, weightDecay, layers),
            "Adamax" => new Adamax<T>(count, rate, Beta1, Beta2, Epsilon, weightDecay, layers),
            "RmsProp" => new RmsProp<T>(count, rate, Beta2, Epsilon, momentum, words.Contains("centered"), weightDecay, layers),
            "Adagrad" => new Adagrad<T>(count, rate, LearningRateDecay, InitialAccumulator, Epsilon, weightDecay, layers),
            "Adadelta" => new Adadelta<T>(count, rate, Beta1, Epsilon, weightDecay, layers),
            _ => throw new ArgumentException($"There is no optimizer {variant}.", nameof(variant)),
        };
    }
}
