using System.Numerics;

namespace NetGen.Data;

/// <summary>
/// All products of up to a number of inputs: for two inputs a, b and degree 2 the features a, b, a², ab, b². They let a
/// single dense layer draw curved boundaries.
/// </summary>
/// <remarks>
/// The order is that of scikit-learn's <c>PolynomialFeatures</c>: by degree, and within a degree by the indices of the
/// factors, (0,0), (0,1), …, (1,1), …. Scale the inputs first: powers of large numbers are larger still.
/// </remarks>
public sealed class PolynomialFeatures
{
    /// <summary>For each product, the index of the product without its last factor, or −1 for the number 1.</summary>
    private readonly int[] _prefixes;

    /// <summary>For each product, the input that is its last factor, or −1 for the number 1 as a feature.</summary>
    private readonly int[] _factors;

    /// <summary>Lists the products.</summary>
    /// <param name="inputCount">The number of inputs of a row, at least 1.</param>
    /// <param name="degree">The largest number of factors of a product, at least 1.</param>
    /// <param name="includeBias">
    /// Whether the first feature is the constant 1; not by default, because a dense layer has a bias of its own.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is below 1, or there would be more products than an array can hold.
    /// </exception>
    public PolynomialFeatures(int inputCount, int degree, bool includeBias = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        int count = ProductCount(inputCount, degree) + (includeBias ? 1 : 0);
        (InputCount, Degree) = (inputCount, degree);
        _prefixes = new int[count];
        _factors = new int[count];
        ListProducts(includeBias);
    }

    /// <summary>The number of inputs of a row.</summary>
    public int InputCount { get; }

    /// <summary>The largest number of factors of a product.</summary>
    public int Degree { get; }

    /// <summary>The number of features of a row.</summary>
    public int OutputCount => _factors.Length;

    /// <summary>Computes the features of rows.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="inputs">[rows, <see cref="InputCount"/>] row-major.</param>
    /// <param name="outputs">[rows, <see cref="OutputCount"/>] row-major; overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap.</exception>
    public void Transform<T>(ReadOnlySpan<T> inputs, Span<T> outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (inputs.Length % InputCount != 0)
            throw new ArgumentException($"The length is {inputs.Length}, but whole rows of {InputCount} are expected.", nameof(inputs));
        int rows = inputs.Length / InputCount;
        long expected = (long)rows * OutputCount;
        if (outputs.Length != expected)
            throw new ArgumentException($"The length is {outputs.Length}, but {expected} is expected: {rows} rows of {OutputCount}.", nameof(outputs));
        if (inputs.Overlaps(outputs))
            throw new ArgumentException("The outputs overlap the inputs.", nameof(outputs));
        for (int row = 0; row < rows; row++)
            TransformRow(inputs.Slice(row * InputCount, InputCount), outputs.Slice(row * OutputCount, OutputCount));
    }

    /// <summary>A dataset with the features of its rows' features, which are a copy, and the same targets or labels, which are a view.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="dataset">Rows of <see cref="InputCount"/> features.</param>
    /// <exception cref="ArgumentException">The number of features does not fit.</exception>
    public Dataset<T> Transform<T>(Dataset<T> dataset)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ScalingGuard.Columns(dataset.FeatureCount, InputCount, "features");
        T[] features = new T[checked(dataset.Count * OutputCount)];
        Transform(dataset.Features, features.AsSpan());
        return dataset.WithFeatures(features, OutputCount);
    }

    /// <summary>The number of products of 1 to <paramref name="degree"/> inputs: (inputs + degree choose degree) − 1.</summary>
    private static int ProductCount(int inputCount, int degree)
    {
        // The binomial coefficient is symmetric; taken step by step it is a whole number after each division.
        (int more, int fewer) = (Math.Max(inputCount, degree), Math.Min(inputCount, degree));
        UInt128 count = 1;
        for (int i = 1; i <= fewer && count <= (UInt128)Array.MaxLength; i++)
            count = count * (UInt128)((long)more + i) / (UInt128)i;
        return count <= (UInt128)Array.MaxLength
            ? (int)count - 1
            : throw new ArgumentOutOfRangeException(
                nameof(degree), degree, $"There are more than {Array.MaxLength} products of up to {degree} of {inputCount} inputs.");
    }

    /// <summary>Each product of a degree is one of the degree before times an input at or after its last factor.</summary>
    private void ListProducts(bool includeBias)
    {
        int end = 0;
        if (includeBias)
            (_prefixes[end], _factors[end++]) = (-1, -1);
        int start = end;
        for (int input = 0; input < InputCount; input++)
            (_prefixes[end], _factors[end++]) = (-1, input);
        for (int degree = 2; degree <= Degree; degree++)
        {
            int previousEnd = end;
            for (int prefix = start; prefix < previousEnd; prefix++)
            {
                for (int input = _factors[prefix]; input < InputCount; input++)
                    (_prefixes[end], _factors[end++]) = (prefix, input);
            }

            start = previousEnd;
        }
    }

    private void TransformRow<T>(ReadOnlySpan<T> inputs, Span<T> outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < outputs.Length; i++)
        {
            T last = _factors[i] < 0 ? T.One : inputs[_factors[i]];
            outputs[i] = _prefixes[i] < 0 ? last : outputs[_prefixes[i]] * last;
        }
    }
}
