namespace NetGen.Data;

/// <summary>Checks options that are wrong whatever the file holds.</summary>
internal static class CsvGuard
{
    public static void Options(CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Label is null == (options.Targets.Count == 0))
            throw new ArgumentException("Either Label or Targets is expected to be set.", nameof(options));
        if (options.Label is null && options.ClassNames is not null)
            throw new ArgumentException("ClassNames are set, but Label is not.", nameof(options));
        if (options.ClassNames is { } names && (names.Count == 0 || names.Distinct(StringComparer.Ordinal).Count() < names.Count))
            throw new ArgumentException("ClassNames is empty or has a name twice.", nameof(options));
        if (!Enum.IsDefined(options.MissingValues))
            throw new ArgumentException($"MissingValues is {options.MissingValues}, which is none of its members.", nameof(options));
        if (options.Delimiter.Length == 0 || options.Delimiter.AsSpan().IndexOfAny('"', '\r', '\n') >= 0)
            throw new ArgumentException("Delimiter is empty, or has a quote or a line break.", nameof(options));
        if (options.Comment is '"' or '\r' or '\n' || (options.Comment is { } comment && options.Delimiter.Contains(comment)))
            throw new ArgumentException("Comment is a quote, a line break or a part of Delimiter.", nameof(options));
        if (!options.HasHeader && Columns(options).FirstOrDefault(x => x.Name is not null) is { Name: not null } column)
            throw new ArgumentException($"The column {column} is given by its name, but HasHeader is false.", nameof(options));
    }

    private static IEnumerable<CsvColumn> Columns(CsvOptions options) =>
        [.. options.Features ?? [], .. options.Targets, .. options.Label is { } label ? [label] : Array.Empty<CsvColumn>()];
}
