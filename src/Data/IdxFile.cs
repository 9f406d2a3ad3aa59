using System.Numerics;

namespace NetGen.Data;

/// <summary>
/// Reads IDX files, the format of MNIST (LeCun, Cortes and Burges): two zero bytes, the type of the numbers, the number of
/// dimensions, their sizes and the numbers, all big-endian. A file packed by gzip is known by its first bytes and unpacked.
/// </summary>
/// <remarks>
/// What a file declares is believed only as far as its length allows: memory is taken for numbers that are there.
/// </remarks>
public static class IdxFile
{
    private const int LargestByte = 255;

    /// <summary>Reads a file of any type and any number of dimensions.</summary>
    /// <typeparam name="T">
    /// The type to convert the numbers to: a floating-point type, which rounds, or an integer type, in which they must fit.
    /// </typeparam>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="DataFileException">
    /// The file is no IDX file, holds less or more than it declares, or a number does not fit <typeparamref name="T"/>.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IdxArray<T> Read<T>(string path)
        where T : unmanaged, INumberBase<T>
    {
        using IdxSource source = new(path);
        IdxHeader header = IdxHeader.Read(source);
        return new IdxArray<T>(header.Type, header.Dimensions, IdxValues.Read<T>(source, header));
    }

    /// <summary>Reads images, or other rows of numbers, and their labels.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="featuresPath">The path of the file of rows: [rows, …], a row's numbers are its features.</param>
    /// <param name="labelsPath">The path of the file of labels: [rows] in an integer type.</param>
    /// <param name="classCount">The number of classes; null for one more than the greatest label.</param>
    /// <param name="scale">Whether to divide by 255, which brings unsigned bytes to [0, 1]; other types are then an error.</param>
    /// <exception cref="DataFileException">
    /// A file is no IDX file, holds less or more than it declares, or the two do not fit each other.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classCount"/> is below 1.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Dataset<T> ReadLabelled<T>(string featuresPath, string labelsPath, int? classCount = null, bool scale = true)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (classCount is { } given)
            ArgumentOutOfRangeException.ThrowIfLessThan(given, 1, nameof(classCount));
        int[] labels = ReadLabels(labelsPath, classCount);
        IdxArray<T> rows = Read<T>(featuresPath);
        int featureCount = FeatureCount(rows, featuresPath);
        if (rows.Dimensions[0] != labels.Length)
            throw new DataFileException(featuresPath, $"There are {rows.Dimensions[0]} rows, but {labels.Length} labels in {labelsPath}.");
        if (scale)
            Divide(rows, featuresPath);
        return Dataset<T>.WithLabels(rows.Values, featureCount, labels, classCount ?? labels.Max() + 1);
    }

    private static int[] ReadLabels(string path, int? classCount)
    {
        IdxArray<int> array = Read<int>(path);
        if (array.Type is IdxType.Float or IdxType.Double || array.Dimensions.Count != 1)
            throw new DataFileException(path, $"Whole numbers in one dimension are expected as labels, but there are {array.Type} in {array.Dimensions.Count}.");
        int[] labels = array.Values;
        if (labels.Length == 0)
            throw new DataFileException(path, "There is no label.");
        int greatest = (classCount ?? int.MaxValue) - 1;
        int bad = labels.AsSpan().IndexOfAnyExceptInRange(0, greatest);
        return bad < 0
            ? labels
            : throw new DataFileException(path, $"The label of row {bad} is {labels[bad]}, but 0 to {greatest} is expected.");
    }

    private static int FeatureCount<T>(IdxArray<T> rows, string path)
        where T : unmanaged
    {
        long count = 1;
        foreach (int size in rows.Dimensions.Skip(1))
            count = Math.Min(count * size, int.MaxValue);
        return count is > 0 and < int.MaxValue ? (int)count : throw new DataFileException(path, "A row has no feature.");
    }

    private static void Divide<T>(IdxArray<T> rows, string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (rows.Type != IdxType.UnsignedByte)
            throw new DataFileException(path, $"Only numbers of type UnsignedByte are divided by 255, but these are of type {rows.Type}.");
        T divisor = T.CreateChecked(LargestByte);
        foreach (ref T value in rows.Values.AsSpan())
            value /= divisor;
    }
}
