using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Checks the arguments of generated members before anything is written. Each method throws
/// <see cref="ArgumentException"/> with the name of the parameter, the length found and the one expected.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NetworkGuard
{
    /// <summary>Whether the arguments of <c>Forward</c> are one row that needs no further check, in a few instructions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsRow<T>(ReadOnlySpan<T> inputs, Span<T> outputs, ref T parameters, int inputSize, int outputSize, int parameterCount)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        inputs.Length == inputSize
        && outputs.Length == outputSize
        && AreApart(ref MemoryMarshal.GetReference(outputs), outputSize, ref MemoryMarshal.GetReference(inputs), inputSize)
        && AreApart(ref MemoryMarshal.GetReference(outputs), outputSize, ref parameters, parameterCount);

    /// <summary>Whether the arguments of <c>SgdStep</c> are one row that needs no further check, in a few instructions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsStep<T>(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ref T parameters, int inputSize, int outputSize, int parameterCount)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        inputs.Length == inputSize
        && targets.Length == outputSize
        && AreApart(ref parameters, parameterCount, ref MemoryMarshal.GetReference(inputs), inputSize)
        && AreApart(ref parameters, parameterCount, ref MemoryMarshal.GetReference(targets), outputSize);

    /// <summary>Whether the arguments of <c>SgdStep</c> with labels are one row that needs no further check.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsStep<T>(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ref T parameters, int inputSize, int outputSize, int parameterCount)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        inputs.Length == inputSize
        && labels.Length == 1
        && (uint)labels[0] < (uint)outputSize
        && AreApart(ref parameters, parameterCount, ref MemoryMarshal.GetReference(inputs), inputSize)
        && AreApart(ref parameters, parameterCount, ref MemoryMarshal.GetReference(labels), 1);

    /// <summary>Checks the arguments of <c>Forward</c>; returns the number of rows. In line, with sizes that are constants, it divides by none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Forward<T>(ReadOnlySpan<T> inputs, Span<T> outputs, Span<T> parameters, int inputSize, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = WholeRows(inputs.Length, inputSize);
        RequireLength(outputs.Length, (long)rows * outputSize, nameof(outputs));
        RequireApart<T>(outputs, inputs, nameof(outputs), nameof(inputs));
        RequireApart<T>(outputs, parameters, nameof(outputs), "Parameters");
        return (nuint)rows;
    }

    /// <summary>Checks the arguments of <c>Jacobian</c>.</summary>
    public static void Jacobian<T>(ReadOnlySpan<T> input, Span<T> jacobian, Span<T> parameters, int inputSize, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireLength(input.Length, inputSize, nameof(input));
        RequireLength(jacobian.Length, (long)inputSize * outputSize, nameof(jacobian));
        RequireApart<T>(jacobian, input, nameof(jacobian), nameof(input));
        RequireApart<T>(jacobian, parameters, nameof(jacobian), "Parameters");
    }

    /// <summary>Checks inputs and targets of members with a loss; returns the number of rows, at least 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Rows<T>(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int inputSize, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = inputs.Length == inputSize ? 1 : AtLeastOneRow(inputs.Length, inputSize);
        RequireLength(targets.Length, (long)rows * outputSize, nameof(targets));
        return (nuint)rows;
    }

    /// <summary>Checks inputs and labels of members with a loss over classes; returns the number of rows, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A label is not the index of an output.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static nuint Labels<T>(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, int inputSize, int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = AtLeastOneRow(inputs.Length, inputSize);
        RequireLength(labels.Length, rows, nameof(labels));
        for (int row = 0; row < labels.Length; row++)
        {
            if ((uint)labels[row] >= (uint)outputSize)
            {
                ThrowLabel(labels[row], row, outputSize);
            }
        }

        return (nuint)rows;
    }

    /// <summary>Checks the gradient of <c>Backward</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gradient<T>(Span<T> gradient, int parameterCount, Span<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Gradient(gradient, parameterCount, parameters, inputs, default(ReadOnlySpan<int>));
        RequireApart(gradient, targets, nameof(gradient), nameof(targets));
    }

    /// <summary>Checks the gradient of <c>Backward</c> with labels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gradient<T>(Span<T> gradient, int parameterCount, Span<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireLength(gradient.Length, parameterCount, nameof(gradient));
        RequireApart<T>(gradient, parameters, nameof(gradient), "Parameters");
        RequireApart(gradient, inputs, nameof(gradient), nameof(inputs));
        RequireApart(gradient, labels, nameof(gradient), nameof(labels));
    }

    /// <summary>Checks that nothing that <c>SgdStep</c> reads lies in the parameters that it writes.</summary>
    public static void Step<T>(Span<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireApart(parameters, inputs, nameof(inputs), "Parameters");
        RequireApart(parameters, targets, nameof(targets), "Parameters");
    }

    /// <summary>Checks that nothing that <c>SgdStep</c> with labels reads lies in the parameters that it writes.</summary>
    public static void Step<T>(Span<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireApart(parameters, inputs, nameof(inputs), "Parameters");
        RequireApart(parameters, labels, nameof(labels), "Parameters");
    }

    /// <summary>Checks the arguments of <c>VectorJacobianProduct</c>; returns the number of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static nuint VectorJacobianProduct<T>(
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<T> outputGradients,
        Span<T> parameterGradient,
        Span<T> inputGradients,
        Span<T> parameters,
        int inputSize,
        int outputSize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = WholeRows(inputs.Length, inputSize);
        RequireLength(outputGradients.Length, (long)rows * outputSize, nameof(outputGradients));
        if (!parameterGradient.IsEmpty)
        {
            Gradient(parameterGradient, parameters, inputs, outputGradients);
        }

        if (!inputGradients.IsEmpty)
        {
            RequireLength(inputGradients.Length, (long)rows * inputSize, nameof(inputGradients));
            RequireApart(inputGradients, inputs, nameof(inputGradients), nameof(inputs));
            RequireApart(inputGradients, outputGradients, nameof(inputGradients), nameof(outputGradients));
            RequireApart<T>(inputGradients, parameterGradient, nameof(inputGradients), nameof(parameterGradient));
            RequireApart<T>(inputGradients, parameters, nameof(inputGradients), "Parameters");
        }

        return (nuint)rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Gradient<T>(Span<T> parameterGradient, Span<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RequireLength(parameterGradient.Length, parameters.Length, nameof(parameterGradient));
        RequireApart<T>(parameterGradient, parameters, nameof(parameterGradient), "Parameters");
        RequireApart(parameterGradient, inputs, nameof(parameterGradient), nameof(inputs));
        RequireApart(parameterGradient, outputGradients, nameof(parameterGradient), nameof(outputGradients));
    }

    /// <summary>Whether two pieces of memory, neither of them empty, share no element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreApart<TFirst, TSecond>(ref TFirst first, int firstLength, ref TSecond second, int secondLength)
    {
        // They overlap where −second < distance < first, in bytes: a single comparison once the range is moved to 0.
        nuint distance = (nuint)Unsafe.ByteOffset(ref first, ref Unsafe.As<TSecond, TFirst>(ref second));
        nuint before = ((nuint)secondLength * (nuint)Unsafe.SizeOf<TSecond>()) - 1;
        return distance + before >= before + ((nuint)firstLength * (nuint)Unsafe.SizeOf<TFirst>());
    }

    private static int AtLeastOneRow(int length, int inputSize)
    {
        if (length == 0)
        {
            throw new ArgumentException($"The length is 0, but at least one row of {inputSize} is expected.", "inputs");
        }

        return WholeRows(length, inputSize);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WholeRows(int length, int inputSize)
    {
        int rows = length / inputSize;
        if (rows * inputSize != length)
        {
            ThrowRows(length, inputSize);
        }

        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireLength(int length, long expected, string name)
    {
        if (length != expected)
        {
            ThrowLength(length, expected, name);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireApart<T>(Span<T> written, ReadOnlySpan<T> other, string name, string otherName)
    {
        if (written.Overlaps(other))
        {
            ThrowOverlap(name, otherName);
        }
    }

    /// <summary>Labels are integers: they overlap numbers only where memory was reinterpreted.</summary>
    private static void RequireApart<T>(Span<T> written, ReadOnlySpan<int> other, string name, string otherName)
        where T : unmanaged
    {
        if (written.IsEmpty || other.IsEmpty)
        {
            return;
        }

        ref byte first = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(written));
        ref byte second = ref Unsafe.As<int, byte>(ref MemoryMarshal.GetReference(other));
        long distance = Unsafe.ByteOffset(ref first, ref second);
        if (distance >= 0 ? distance < (long)written.Length * Unsafe.SizeOf<T>() : -distance < (long)other.Length * sizeof(int))
        {
            ThrowOverlap(name, otherName);
        }
    }

    private static void ThrowLength(int length, long expected, string name) =>
        throw new ArgumentException($"The length is {length}, but {expected} is expected.", name);

    private static void ThrowRows(int length, int inputSize) =>
        throw new ArgumentException($"The length is {length}, but whole rows of {inputSize} are expected.", "inputs");

    private static void ThrowOverlap(string name, string otherName) =>
        throw new ArgumentException($"The span overlaps {otherName}.", name);

    private static void ThrowLabel(int label, int row, int outputSize) =>
        throw new ArgumentOutOfRangeException("labels", label, $"The label of row {row} is {label}, but 0 to {outputSize - 1} is expected.");
}
