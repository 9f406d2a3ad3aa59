namespace NetGen.Data;

/// <summary>What the columns of a CSV file are called.</summary>
/// <param name="FeatureNames">The names of the features, in order; empty where the file has no header.</param>
/// <param name="TargetNames">The names of the targets, in order; empty where the file has no header or rows have labels.</param>
/// <param name="ClassNames">The names of the classes, by label; empty where rows have targets.</param>
public sealed record CsvColumns(
    IReadOnlyList<string> FeatureNames, IReadOnlyList<string> TargetNames, IReadOnlyList<string> ClassNames);
