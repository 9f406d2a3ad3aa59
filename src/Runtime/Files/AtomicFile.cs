namespace NetGen.Files;

/// <summary>
/// Replaces a file as a whole: whenever the process stops or the machine fails, the path holds the old file or the new one.
/// </summary>
/// <remarks>
/// The content goes to a temporary file in the same directory, is flushed to the disk, and takes the place of the old file by a
/// rename. The directory itself is not flushed, for which the base library has no call: after a power failure the path may hold
/// the old file although <see cref="Write"/> returned, but never a part of one. A process that is killed leaves its temporary
/// file behind, <c>.netgen-</c><i>guid</i><c>.tmp</c>: no later write uses that name again.
/// </remarks>
internal static class AtomicFile
{
    private const UnixFileMode ReadableAndWritable = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file, or leaves the one that is there where writing fails.</summary>
    /// <param name="path">The file; where it is a symbolic link, the file it leads to.</param>
    /// <param name="write">Writes the content. What it throws is passed on, after the temporary file is deleted.</param>
    /// <exception cref="IOException">The directory is missing, the disk is full, or the file is in use.</exception>
    /// <exception cref="UnauthorizedAccessException">The path is a directory, or may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string target = FinalTarget(new FileInfo(path));
        string temporary = Path.Combine(Path.GetDirectoryName(target) ?? target, $".netgen-{Guid.NewGuid():N}.tmp");
        try
        {
            using (FileStream stream = Create(temporary, target))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            Delete(temporary);
            throw;
        }
    }

    private static string FinalTarget(FileInfo file) =>
        file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : file.FullName;

    /// <summary>A file that nobody else may read or write before it has the mode of the one it replaces.</summary>
    private static FileStream Create(string temporary, string target)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (OperatingSystem.IsWindows() || !File.Exists(target))
            return new FileStream(temporary, options);

        options.UnixCreateMode = ReadableAndWritable;
        FileStream stream = new(temporary, options);
        File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
        return stream;
    }

    /// <summary>Deletes what a failed write left; a failure here would hide the first one.</summary>
    private static void Delete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
