namespace NetGen.Files;

/// <summary>A model file is damaged, or holds something else than what is read from it. Nothing was written when it is thrown.</summary>
public sealed class ModelFileException : IOException
{
    private const int ShownLength = 80;

    /// <summary>Names the file, the tensor and the reason in <see cref="Exception.Message"/>.</summary>
    /// <param name="fileName">The file, or what stands for it.</param>
    /// <param name="tensorName">The tensor that is at fault, or null where it is the file.</param>
    /// <param name="reason">What was found and what is expected, as a sentence without its point.</param>
    /// <param name="innerException">The cause, if any.</param>
    public ModelFileException(string fileName, string? tensorName, string reason, Exception? innerException = null)
        : base(tensorName is null ? $"{fileName}: {reason}." : $"{fileName}: tensor {Quote(tensorName)}: {reason}.", innerException)
    {
        FileName = fileName;
        TensorName = tensorName;
    }

    /// <summary>The file as it was named by the caller, or <c>stream</c> where it has no name.</summary>
    public string FileName { get; }

    /// <summary>The tensor at fault; null where the file is.</summary>
    public string? TensorName { get; }

    /// <summary>Text out of a file, fit for a message: of bounded length and without control characters.</summary>
    internal static string Quote(string text)
    {
        string shown = text.Length <= ShownLength ? text : string.Concat(text.AsSpan(0, ShownLength), "…");
        return $"'{string.Concat(shown.Select(x => char.IsControl(x) ? '\uFFFD' : x))}'";
    }
}
