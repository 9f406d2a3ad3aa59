using System.Numerics;
using NetGen.CompilerServices;

namespace NetGen.Training;

/// <summary>
/// A live view of an optimizer's state: vectors as long as the parameters, and scalars, of which the first is the number
/// of steps. To save it, read it; to restore it, write it into the state of an optimizer made with the same arguments.
/// </summary>
/// <remarks>The names are PyTorch's (<c>exp_avg</c>, <c>momentum_buffer</c>, …). What is written is not checked.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public readonly ref struct OptimizerState<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ParameterMemory<T>[] _vectors;

    internal OptimizerState(string[] vectorNames, ParameterMemory<T>[] vectors, string[] scalarNames, double[] scalars)
    {
        VectorNames = vectorNames;
        _vectors = vectors;
        ScalarNames = scalarNames;
        Scalars = scalars;
    }

    /// <summary>The names of the vectors, in order; none where the optimizer keeps none.</summary>
    public ReadOnlySpan<string> VectorNames { get; }

    /// <summary>The names of the scalars, in order: <c>step</c> first.</summary>
    public ReadOnlySpan<string> ScalarNames { get; }

    /// <summary>The scalars.</summary>
    public Span<double> Scalars { get; }

    /// <summary>The vector of <see cref="VectorNames"/>[<paramref name="index"/>], laid out as the parameters.</summary>
    /// <param name="index">The index of the name.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such vector.</exception>
    public Span<T> Vector(int index) => _vectors[index].Span;
}
