namespace Charts;

/// <summary>Where a sample writes its files: the folder after <c>--out</c>, else that of the program.</summary>
public sealed class OutputFolder
{
    private readonly string _path;

    /// <summary>Creates the folder that the arguments name, if it is not there.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <exception cref="ArgumentException">There are arguments other than <c>--out folder</c>.</exception>
    public OutputFolder(string[] arguments)
    {
        _path = arguments switch
        {
            [] => AppContext.BaseDirectory,
            ["--out", string folder] => folder,
            _ => throw new ArgumentException($"The arguments are '{string.Join(' ', arguments)}', but none or '--out folder' are expected."),
        };
        Directory.CreateDirectory(_path);
    }

    /// <summary>The path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(_path, name);

    /// <summary>Writes a picture and says so.</summary>
    public void Write(string name, Picture picture)
    {
        File.WriteAllText(this[name], picture.ToSvg());
        Console.WriteLine($"Wrote {this[name]}.");
    }
}
