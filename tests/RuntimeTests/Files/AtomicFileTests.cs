using NetGen.Files;

namespace NetGen.RuntimeTests.Files;

public class AtomicFileTests
{
    private static readonly byte[] Old = "the old file"u8.ToArray();
    private static readonly byte[] New = "the new file, which is somewhat longer"u8.ToArray();

    [Fact]
    public void Writing_makes_or_replaces_the_file_and_leaves_nothing_else()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("model");
        foreach (byte[] content in new[] { Old, New, Old })
        {
            AtomicFile.Write(path, stream => stream.Write(content));
            Assert.Equal(content, File.ReadAllBytes(path));
            Assert.Equal(["model"], directory.FileNames);
        }
    }

    [Fact]
    public void A_failure_after_any_byte_leaves_the_old_file_and_nothing_else()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("model");
        File.WriteAllBytes(path, Old);
        for (int bytes = 0; bytes < New.Length; bytes++)
        {
            IOException error = Assert.Throws<IOException>(() => AtomicFile.Write(path, stream => new FailingStream(stream, bytes).Write(New)));
            Assert.Equal(FailingStream.Message, error.Message);
            Assert.Equal(Old, File.ReadAllBytes(path));
            Assert.Equal(["model"], directory.FileNames);
        }
    }

    [Fact]
    public void A_failure_before_the_first_file_leaves_no_file()
    {
        using TemporaryDirectory directory = new();
        Assert.Throws<IOException>(() => AtomicFile.Write(directory.File("model"), stream => new FailingStream(stream, 5).Write(New)));
        Assert.Empty(directory.FileNames);
    }

    /// <summary>A process that is killed runs no cleanup: what is in the directory at that moment stays.</summary>
    [Fact]
    public void At_every_byte_the_path_holds_the_old_file()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("model");
        File.WriteAllBytes(path, Old);
        AtomicFile.Write(path, stream =>
        {
            foreach (byte value in New)
            {
                stream.WriteByte(value);
                stream.Flush();
                Assert.Equal(Old, File.ReadAllBytes(path));
            }
        });
        Assert.Equal(New, File.ReadAllBytes(path));
    }

    [Fact]
    public void What_killed_writers_left_disturbs_no_later_write()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("model"), stale = "";
        AtomicFile.Write(path, stream =>
        {
            stream.Write(Old);
            stale = Assert.Single(directory.FileNames);
        });
        File.WriteAllBytes(directory.File(stale), New[..7]);
        AtomicFile.Write(path, stream => stream.Write(New));
        Assert.Equal(New, File.ReadAllBytes(path));
        Assert.Equal(New[..7], File.ReadAllBytes(directory.File(stale)));
    }

    [Fact]
    public void Writers_at_once_each_write_a_whole_file()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("model");
        Parallel.For(0, 40, i => AtomicFile.Write(path, stream => stream.Write(i % 2 == 0 ? Old : New)));
        byte[] found = File.ReadAllBytes(path);
        Assert.True(found.SequenceEqual(Old) || found.SequenceEqual(New));
        Assert.Equal(["model"], directory.FileNames);
    }

    [Fact]
    public void A_name_as_long_as_the_file_system_allows_can_be_written()
    {
        using TemporaryDirectory directory = new();
        string name = new('m', 255);
        AtomicFile.Write(directory.File(name), stream => stream.Write(New));
        Assert.Equal([name], directory.FileNames);
    }

    [Fact]
    public void A_missing_directory_or_a_directory_in_place_of_the_file_is_an_error()
    {
        using TemporaryDirectory directory = new();
        Directory.CreateDirectory(directory.File("taken"));
        Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(directory.File("no/model"), stream => stream.Write(New)));
        Exception? error = Record.Exception(() => AtomicFile.Write(directory.File("taken"), stream => stream.Write(New)));
        Assert.True(error is IOException or UnauthorizedAccessException, error?.ToString());
        Assert.Equal(["taken"], directory.FileNames);
    }

    [UnixFact]
    public void A_link_stays_a_link_and_the_file_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
            return;

        using TemporaryDirectory directory = new();
        string path = directory.File("model"), link = directory.File("latest");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.WriteAllBytes(path, Old);
        File.SetUnixFileMode(path, mode);
        File.CreateSymbolicLink(link, "model");
        AtomicFile.Write(link, stream => stream.Write(New));
        Assert.Equal("model", new FileInfo(link).LinkTarget);
        Assert.Equal(New, File.ReadAllBytes(path));
        Assert.Equal(mode, File.GetUnixFileMode(path));
    }
}
