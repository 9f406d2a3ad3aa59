using System.Globalization;

namespace NetGen.Data;

/// <summary>A data file does not hold what it should. The message names the file and the place.</summary>
public sealed class DataFileException : FormatException
{
    /// <summary>Describes what is wrong in a file as a whole.</summary>
    /// <param name="file">The file's path; null where data came from a reader.</param>
    /// <param name="problem">What is wrong, as a sentence.</param>
    /// <param name="inner">What caused it.</param>
    public DataFileException(string? file, string problem, Exception? inner = null)
        : base(file is null ? problem : $"{file}: {problem}", inner)
    {
        File = file;
    }

    /// <summary>Describes what is wrong in a line.</summary>
    /// <param name="file">The file's path; null where data came from a reader.</param>
    /// <param name="line">The number of the line, from 1.</param>
    /// <param name="column">The number of the column, from 1; null where the line as a whole is wrong.</param>
    /// <param name="columnName">The name of the column; null where it has none.</param>
    /// <param name="problem">What is wrong, as a sentence.</param>
    public DataFileException(string? file, int line, int? column, string? columnName, string problem)
        : base($"{Place(file, line, column, columnName)}: {problem}")
    {
        (File, Line, Column, ColumnName) = (file, line, column, columnName);
    }

    /// <summary>The file's path; null where data came from a reader.</summary>
    public string? File { get; }

    /// <summary>The number of the line, from 1; null where none is to blame.</summary>
    public int? Line { get; }

    /// <summary>The number of the column, from 1; null where none is to blame.</summary>
    public int? Column { get; }

    /// <summary>The name of the column; null where it has none.</summary>
    public string? ColumnName { get; }

    private static string Place(string? file, int line, int? column, string? columnName)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{file}{(file is null ? "Line" : ", line")} {line}");
        if (column is not null)
            place += string.Create(CultureInfo.InvariantCulture, $", column {column}");
        return columnName is null ? place : $"{place} \"{columnName}\"";
    }
}
