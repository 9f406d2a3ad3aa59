using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NetGen.Data;

namespace NetGen.DataTests.Csv;

public class CsvPropertyTests
{
    private static readonly CsvOptions Lenient = new() { Targets = [^1], HasHeader = false, Comment = '#', MissingValues = MissingValues.SkipRow };

    /// <summary>Rows of mostly two fields that are mostly numbers.</summary>
    private static Gen<string> Texts
    {
        get
        {
            Gen<string> nasty = Gen.Elements("\"5", "6\"", "\"\"", "#", "\0", "\t;", "∞", "\"7\r8\"", "1e999", "--1", "\uD800", "1,2");
            Gen<string> cell = Gen.Frequency((30, Gen.Elements("1", " -2.5", "3e2 ", "\"4\"", "", "NA")), (1, nasty));
            Gen<string> end = Gen.Frequency((9, Gen.Elements("\n", "\r\n", "\r", "\n\n")), (1, Gen.Elements("\n#\r", "", "\n\r")));
            Gen<string> row = from x in cell from y in cell from z in end select $"{x},{y}{z}";
            return row.ArrayOf().Select(string.Concat);
        }
    }

    [Fact]
    public void Any_text_gives_whole_rows_or_the_error_of_a_data_file()
    {
        int read = 0, failed = 0;
        foreach (string text in Texts.Sample(1000, new Rnd(5), size: 12))
        {
            try
            {
                Dataset<double> dataset = CsvFile.Read<double>(new StringReader(text), Lenient);
                Assert.True(dataset.Count > 0 && dataset.Targets.Length == dataset.Count, text);
                read++;
            }
            catch (DataFileException)
            {
                failed++;
            }
        }

        Assert.True(read > 200 && failed > 200, $"{read} texts were read, {failed} failed");
    }

    [Fact]
    public void Numbers_written_are_the_numbers_read()
    {
        Gen<double[]> rows = Gen.Choose(int.MinValue, int.MaxValue).Select(x => x / 7e4).ArrayOf(3);
        foreach (double[] row in rows.Sample(200, new Rnd(9), size: 1))
        {
            string text = string.Join(',', row.Select(x => x.ToString("R", CultureInfo.InvariantCulture)));
            Dataset<double> dataset = CsvFile.Read<double>(new StringReader(text), Lenient);
            Assert.Equal(row[..2], dataset.Features);
            Assert.Equal(row[2..], dataset.Targets);
        }
    }
}
