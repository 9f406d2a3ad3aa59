using System.Numerics;

namespace NetGen.Training;

/// <summary>What the family of Adam shares: the decay rates β₁ and β₂ of two running means, their powers in the t-th step, ε.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract class MomentOptimizer<T> : Optimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _beta1Power;
    private readonly int _beta2Power;

    private protected MomentOptimizer(
        int parameterCount,
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double weightDecay,
        ReadOnlySpan<LayerInfo> layers,
        bool isDecoupled = false,
        string second = "exp_avg_sq")
        : base(parameterCount, learningRate, weightDecay, layers, isDecoupled)
    {
        Beta1 = OptimizerGuard.BelowOne(beta1, nameof(beta1));
        Beta2 = OptimizerGuard.BelowOne(beta2, nameof(beta2));
        Epsilon = OptimizerGuard.NotNegative(epsilon, nameof(epsilon));
        First = AddVector("exp_avg");
        Second = AddVector(second);
        _beta1Power = AddScalar("beta1_power", 1);
        _beta2Power = AddScalar("beta2_power", 1);
    }

    private protected double Beta1 { get; }

    private protected double Beta2 { get; }

    private protected double Epsilon { get; }

    /// <summary>1 − β₁ᵗ. Powers are running products: a library's power function differs from machine to machine.</summary>
    private protected double Correction1 => 1 - Scalar(_beta1Power);

    /// <summary>1 − β₂ᵗ.</summary>
    private protected double Correction2 => 1 - Scalar(_beta2Power);

    /// <summary>β₂ᵗ.</summary>
    private protected double Beta2Power => Scalar(_beta2Power);

    private protected override void Advance()
    {
        base.Advance();
        MultiplyScalar(_beta1Power, Beta1);
        MultiplyScalar(_beta2Power, Beta2);
    }
}
