using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen.Training;

/// <summary>What the optimizers of this library share: checks, state, weight decay.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract class Optimizer<T> : IOptimizer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double LeastNormal = 2.2250738585072014e-308;

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
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        Begin(parameters, gradient);
        Update(new ParameterRange<T>(parameters, gradient, 0, parameters.Length));
    }

    /// <summary>
    /// Begins a step that <see cref="Update(int, int, Span{T}, ReadOnlySpan{T})"/> completes: any partition of the parameters gives
    /// the bits of <see cref="Step"/>.
    /// </summary>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap; nothing is written.</exception>
    internal void Begin(ReadOnlySpan<T> parameters, ReadOnlySpan<T> gradient)
    {
        if (_parameterCount is int count)
            OptimizerGuard.SameLength(count, parameters.Length, nameof(parameters));
        OptimizerGuard.SameLength(parameters.Length, gradient.Length, nameof(gradient));
        if (parameters.Overlaps(gradient))
            throw new ArgumentException("The gradient overlaps the parameters.", nameof(gradient));
        Advance();
    }

    /// <summary>
    /// Updates a range of the parameters in the step that has begun, each parameter once. Threads may update ranges apart at the
    /// same time, while the learning rate and the state stay as they are.
    /// </summary>
    /// <param name="start">The first parameter of the range.</param>
    /// <param name="length">Number of parameters of the range.</param>
    /// <param name="parameters">All parameters, those that the step began with.</param>
    /// <param name="gradient">The whole gradient.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the parameters.</exception>
    internal void Update(int start, int length, Span<T> parameters, ReadOnlySpan<T> gradient) =>
        Update(new ParameterRange<T>(parameters, gradient, start, length));

    /// <summary>Moves the scalars of the state to the next step.</summary>
    private protected virtual void Advance() => _scalars[0]++;

    /// <summary>Applies the update of the step that the scalars stand at; does not change them.</summary>
    private protected abstract void Update(in ParameterRange<T> range);

    /// <summary>Adds a vector to the state.</summary>
    private protected ParameterMemory<T> AddVector(string name, double value = 0)
    {
        ParameterMemory<T> vector = new(_parameterCount!.Value);
        vector.Span.Fill(SimdScalar<T>.Create(value));
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

    private protected double Scalar(int index) => _scalars[index];

    /// <summary>Multiplies a scalar by a factor below 1. A denormal product, slow in every step to come, becomes the 0 that it stands for.</summary>
    private protected void MultiplyScalar(int index, double factor)
    {
        double product = _scalars[index] * factor;
        _scalars[index] = product < LeastNormal ? 0 : product;
    }

    /// <summary>Passes a range of the parameters through an update, with weight decay where it acts.</summary>
    /// <remarks>Not inlined: where it was, the JIT copied the update once more, and a step of Adam over 17 parameters took 36 ns, not 15.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected void Apply<TUpdate>(in TUpdate update, in ParameterRange<T> range)
        where TUpdate : struct, IUpdate<T>
    {
        UpdateMemory<T> memory = new(in range, ref First.Reference, ref Second.Reference, ref Third.Reference);
        if (_decay.Factor == 0)
            UpdateWalk<T, TUpdate>.Invoke(in update, in memory, range.Start, range.End);
        else if (_decay.IsDecoupled)
            ApplyByRange(in update, new DecoupledDecay<T, TUpdate>(in update, _learningRate * _decay.Factor), in memory, in range);
        else
            ApplyByRange(in update, new CoupledDecay<T, TUpdate>(in update, _decay.Factor), in memory, in range);
    }

    private void ApplyByRange<TUpdate, TDecay>(in TUpdate update, in TDecay decay, in UpdateMemory<T> memory, in ParameterRange<T> range)
        where TUpdate : struct, IUpdate<T>
        where TDecay : struct, IUpdate<T>
    {
        foreach (WeightDecay.Range part in _decay.Ranges)
        {
            int start = Math.Max(part.Start, range.Start);
            int end = Math.Min(part.End, range.End);
            if (start >= end)
                continue;
            if (part.Decays)
                UpdateWalk<T, TDecay>.Invoke(in decay, in memory, start, end);
            else
                UpdateWalk<T, TUpdate>.Invoke(in update, in memory, start, end);
        }
    }
}
