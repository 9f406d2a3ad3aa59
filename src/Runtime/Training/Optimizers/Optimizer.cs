using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen.Training;

/// <summary>What the optimizers of this library share: checks, state, weight decay.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract class Optimizer<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly ParameterMemory<T> None = new(0);

    private readonly int? _parameterCount;
    private readonly WeightDecay _decay;
    private double _learningRate;
    private string[] _vectorNames = [];
    private ParameterMemory<T>[] _vectors = [];
    private string[] _scalarNames = ["step"];
    private double[] _scalars = [0];

    /// <summary>For an optimizer without state: any number of parameters, no weight decay.</summary>
    private protected Optimizer(double learningRate) =>
        _learningRate = OptimizerGuard.NotNegative(learningRate, nameof(learningRate));

    private protected Optimizer(
        int parameterCount, double learningRate, double weightDecay, ReadOnlySpan<LayerInfo> layers, bool isDecoupled = false)
        : this(learningRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parameterCount);
        _parameterCount = parameterCount;
        _decay = new WeightDecay(parameterCount, weightDecay, layers, isDecoupled);
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = OptimizerGuard.NotNegative(value, nameof(value));
    }

    /// <inheritdoc/>
    public OptimizerState<T> State => new(_vectorNames, _vectors, _scalarNames, _scalars);

    /// <summary>The vectors that <see cref="Apply"/> hands to an update, in the order of <see cref="StateSlots"/>.</summary>
    private protected ParameterMemory<T> First { get; init; } = None;

    private protected ParameterMemory<T> Second { get; init; } = None;

    private protected ParameterMemory<T> Third { get; init; } = None;

    /// <summary>The number t of the current step, from 1.</summary>
    private protected double StepCount => _scalars[0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        if (_parameterCount is int count)
            OptimizerGuard.SameLength(count, parameters.Length, nameof(parameters));
        OptimizerGuard.SameLength(parameters.Length, gradient.Length, nameof(gradient));
        _scalars[0]++;
        Update(parameters, gradient);
    }

    /// <summary>Computes the numbers of the step and applies the update that they make.</summary>
    private protected abstract void Update(Span<T> parameters, ReadOnlySpan<T> gradient);

    /// <summary>Adds a vector to the state.</summary>
    private protected ParameterMemory<T> AddVector(string name, double value = 0)
    {
        ParameterMemory<T> vector = new(_parameterCount!.Value);
        vector.Span.Fill(T.CreateTruncating(value));
        _vectorNames = [.. _vectorNames, name];
        _vectors = [.. _vectors, vector];
        return vector;
    }

    /// <summary>Adds a scalar to the state; returns its index.</summary>
    private protected int AddScalar(string name, double value)
    {
        _scalarNames = [.. _scalarNames, name];
        _scalars = [.. _scalars, value];
        return _scalars.Length - 1;
    }

    private protected ref double Scalar(int index) => ref _scalars[index];

    /// <summary>Passes all parameters through an update, with weight decay where it acts.</summary>
    private protected void Apply<TUpdate>(in TUpdate update, Span<T> parameters, ReadOnlySpan<T> gradient)
        where TUpdate : struct, IUpdate<T>
    {
        UpdateMemory<T> memory = new(parameters, gradient, ref First.Reference, ref Second.Reference, ref Third.Reference);
        if (_decay.Factor == 0)
        {
            UpdateWalk<T, TUpdate>.Invoke(in update, in memory, 0, parameters.Length);
            return;
        }

        foreach (WeightDecay.Range range in _decay.Ranges)
        {
            if (!range.Decays)
                UpdateWalk<T, TUpdate>.Invoke(in update, in memory, range.Start, range.Length);
            else if (_decay.IsDecoupled)
                UpdateWalk<T, DecoupledDecay<T, TUpdate>>.Invoke(new(update, _learningRate * _decay.Factor), in memory, range.Start, range.Length);
            else
                UpdateWalk<T, CoupledDecay<T, TUpdate>>.Invoke(new(update, _decay.Factor), in memory, range.Start, range.Length);
        }
    }
}
