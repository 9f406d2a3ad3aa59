using System.Numerics;

namespace NetGen.Data;

/// <summary>
/// Rows of features, each with a row of targets or with the label of its class. It is a view of memory that someone else
/// holds; what makes a copy says so. It does not change, so that any number of threads may read it.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlyMemory<T> _features;
    private readonly ReadOnlyMemory<T> _targets;
    private readonly ReadOnlyMemory<int> _labels;

    private Dataset(ReadOnlyMemory<T> features, int featureCount, ReadOnlyMemory<T> targets, int targetCount)
    {
        (_features, FeatureCount, _targets, TargetCount) = (features, featureCount, targets, targetCount);
        Count = features.Length / featureCount;
    }

    private Dataset(ReadOnlyMemory<T> features, int featureCount, ReadOnlyMemory<int> labels, int classCount)
    {
        (_features, FeatureCount, _labels, ClassCount) = (features, featureCount, labels, classCount);
        Count = features.Length / featureCount;
    }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The number of features of a row, at least 1.</summary>
    public int FeatureCount { get; }

    /// <summary>Whether each row has the label of its class instead of targets.</summary>
    public bool HasLabels => ClassCount > 0;

    /// <summary>The number of targets of a row; 0 where rows have labels.</summary>
    public int TargetCount { get; }

    /// <summary>The number of classes; 0 where rows have targets.</summary>
    public int ClassCount { get; }

    /// <summary>The features of all rows, [<see cref="Count"/>, <see cref="FeatureCount"/>] row-major.</summary>
    public ReadOnlySpan<T> Features => _features.Span;

    /// <summary>
    /// The targets of all rows, [<see cref="Count"/>, <see cref="TargetCount"/>] row-major; empty where rows have labels.
    /// </summary>
    public ReadOnlySpan<T> Targets => _targets.Span;

    /// <summary>The labels of all rows, 0 to <see cref="ClassCount"/> − 1; empty where rows have targets.</summary>
    public ReadOnlySpan<int> Labels => _labels.Span;

    /// <summary>Views rows of features and rows of targets.</summary>
    /// <param name="features">[rows, <paramref name="featureCount"/>] row-major.</param>
    /// <param name="featureCount">The number of features of a row, at least 1.</param>
    /// <param name="targets">[rows, <paramref name="targetCount"/>] row-major.</param>
    /// <param name="targetCount">The number of targets of a row, at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 1.</exception>
    public static Dataset<T> WithTargets(
        ReadOnlyMemory<T> features, int featureCount, ReadOnlyMemory<T> targets, int targetCount)
    {
        int rows = DatasetGuard.Rows(features.Length, featureCount);
        DatasetGuard.Targets(targets.Length, rows, targetCount);
        return new Dataset<T>(features, featureCount, targets, targetCount);
    }

    /// <summary>Views rows of features and the labels of their classes.</summary>
    /// <param name="features">[rows, <paramref name="featureCount"/>] row-major.</param>
    /// <param name="featureCount">The number of features of a row, at least 1.</param>
    /// <param name="labels">One label a row, 0 to <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">The number of classes, at least 1.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 1, or a label is not the index of a class.</exception>
    public static Dataset<T> WithLabels(
        ReadOnlyMemory<T> features, int featureCount, ReadOnlyMemory<int> labels, int classCount)
    {
        int rows = DatasetGuard.Rows(features.Length, featureCount);
        DatasetGuard.Labels(labels.Span, rows, classCount);
        return new Dataset<T>(features, featureCount, labels, classCount);
    }

    /// <summary>The same targets or labels with other features, such as scaled ones. A view.</summary>
    /// <param name="features">[<see cref="Count"/>, <paramref name="featureCount"/>] row-major.</param>
    /// <param name="featureCount">The number of features of a row, at least 1.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="featureCount"/> is below 1.</exception>
    public Dataset<T> WithFeatures(ReadOnlyMemory<T> features, int featureCount)
    {
        DatasetGuard.SameRows(DatasetGuard.Rows(features.Length, featureCount), Count, nameof(features));
        return HasLabels
            ? new Dataset<T>(features, featureCount, _labels, ClassCount)
            : new Dataset<T>(features, featureCount, _targets, TargetCount);
    }

    /// <summary>The same features with other targets, such as scaled ones. A view.</summary>
    /// <param name="targets">[<see cref="Count"/>, <paramref name="targetCount"/>] row-major.</param>
    /// <param name="targetCount">The number of targets of a row, at least 1.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="targetCount"/> is below 1.</exception>
    public Dataset<T> WithTargets(ReadOnlyMemory<T> targets, int targetCount) =>
        WithTargets(_features, FeatureCount, targets, targetCount);

    /// <summary>Rows that follow each other. A view.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">The number of rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rows are not all there.</exception>
    public Dataset<T> Slice(int start, int count)
    {
        DatasetGuard.Range(start, count, Count);
        ReadOnlyMemory<T> features = _features.Slice(start * FeatureCount, count * FeatureCount);
        return HasLabels
            ? new Dataset<T>(features, FeatureCount, _labels.Slice(start, count), ClassCount)
            : new Dataset<T>(features, FeatureCount, _targets.Slice(start * TargetCount, count * TargetCount), TargetCount);
    }

    /// <summary>A copy of some rows, in the order given; a row may be there more than once.</summary>
    /// <param name="rows">The indices of the rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is not that of a row.</exception>
    public Dataset<T> Select(ReadOnlySpan<int> rows)
    {
        DatasetGuard.Indices(rows, Count);
        T[] features = RowCopy.Of(Features, FeatureCount, rows);
        return HasLabels
            ? new Dataset<T>(features, FeatureCount, RowCopy.Of(Labels, 1, rows), ClassCount)
            : new Dataset<T>(features, FeatureCount, RowCopy.Of(Targets, TargetCount, rows), TargetCount);
    }

    /// <summary>A copy in a random order that the seed fixes, the same on every machine.</summary>
    /// <param name="seed">The seed.</param>
    public Dataset<T> Shuffle(int seed) => Select(RowOrder.Random(Count, seed));

    /// <summary>
    /// Copies every row, in a random order that the seed fixes, to one of two parts: the rows to train on and those held
    /// back to validate or test.
    /// </summary>
    /// <param name="heldShare">The share of rows to hold back, above 0 and below 1; their number is rounded.</param>
    /// <param name="seed">The seed. The same seed gives the same parts on every machine.</param>
    /// <param name="stratified">
    /// Whether to keep the shares of the classes: each class gives its share of rows to the held part, rounded by the method
    /// of the largest remainder.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="heldShare"/> is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">A part would be empty, or rows to stratify have no labels.</exception>
    public (Dataset<T> Training, Dataset<T> Held) Split(double heldShare, int seed, bool stratified = false)
    {
        int held = DatasetGuard.HeldRows(heldShare, Count);
        ReadOnlySpan<int> classes = stratified ? DatasetGuard.Stratified(this) : default;
        int[] order = RowOrder.Random(Count, seed);
        if (stratified)
            order = Stratification.HeldFirst(order, classes, Stratification.Quotas(classes, ClassCount, heldShare, held));
        return (Select(order.AsSpan(held)), Select(order.AsSpan(0, held)));
    }

    /// <summary>
    /// Deals the rows, in a random order that the seed fixes, into parts of as equal size as possible, and holds back each in
    /// turn: k-fold cross-validation. A pair of copies is made as it is asked for.
    /// </summary>
    /// <param name="count">The number of parts, at least 2 and at most the number of rows.</param>
    /// <param name="seed">The seed. The same seed gives the same parts on every machine.</param>
    /// <param name="stratified">Whether the rows of each class, too, are dealt into parts of as equal size as possible.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> does not fit.</exception>
    /// <exception cref="ArgumentException">Rows to stratify have no labels.</exception>
    public IEnumerable<(Dataset<T> Training, Dataset<T> Held)> Folds(int count, int seed, bool stratified = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        int[] order = RowOrder.Random(Count, seed);
        if (stratified)
            order = Stratification.ByClass(order, DatasetGuard.Stratified(this));
        return Enumerable.Range(0, count).Select(fold =>
            (Select(RowOrder.Training(order, count, fold)), Select(RowOrder.Held(order, count, fold))));
    }

    /// <summary>
    /// The rows in mini-batches, in order, as views: <c>foreach</c> over them allocates nothing. The last batch may be shorter.
    /// </summary>
    /// <param name="batchSize">The number of rows of a batch, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1.</exception>
    public BatchEnumerable<T> Batches(int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return new BatchEnumerable<T>(this, batchSize);
    }

    /// <summary>
    /// The same features with a row of targets instead of each label: 1 at the label's class, 0 elsewhere.
    /// </summary>
    /// <exception cref="InvalidOperationException">Rows have targets, not labels.</exception>
    public Dataset<T> OneHot()
    {
        if (!HasLabels)
            throw new InvalidOperationException("The rows have targets, but labels are expected.");
        T[] targets = new T[checked(Count * ClassCount)];
        Data.OneHot.Encode(Labels, ClassCount, targets.AsSpan());
        return new Dataset<T>(_features, FeatureCount, targets, ClassCount);
    }
}
