using NetGen.Data;

namespace NetGen.DataTests.Csv;

public class CsvErrorTests
{
    private static readonly CsvOptions TargetY = new() { Targets = ["y"], Comment = '#' };

    [Theory]
    [InlineData("x,y\n1,2\n3,abc\n", "Line 3, column 2 \"y\": \"abc\" is not a number.")]
    [InlineData("x,y\n\n# a comment\n1,2\n1;5,4\n", "Line 5, column 1 \"x\": \"1;5\" is not a number.")]
    [InlineData("x,y\n1,\"2,5\"\n", "Line 2, column 2 \"y\": \"2,5\" is not a number.")]
    [InlineData("x,y\n1,Infinity\n", "Line 2, column 2 \"y\": \"Infinity\" is not a finite number in the precision asked for.")]
    [InlineData("x,y\n1e39,1\n", "Line 2, column 1 \"x\": \"1e39\" is not a finite number in the precision asked for.")]
    [InlineData("x,y\n1,\n", "Line 2, column 2 \"y\": The value is missing: the text is \"\".")]
    [InlineData("x,y\nna,1\n", "Line 2, column 1 \"x\": The value is missing: the text is \"na\".")]
    [InlineData("x,y\n1,2\n1,2,3\n", "Line 3: The row has 3 fields, but 2 are expected as in the first row.")]
    [InlineData("x,y\n1,2\n1\n", "Line 3: The row has 1 fields, but 2 are expected as in the first row.")]
    [InlineData("x,z\n1,2\n", "There is no column \"y\"; the columns are \"x\", \"z\".")]
    [InlineData("y,y\n1,2\n", "There are 2 columns \"y\"; give one by its index.")]
    [InlineData("y\n1\n", "There is no column of features.")]
    [InlineData("x,y\n", "There is no row of data.")]
    [InlineData("# nothing\n\n", "There is no row.")]
    public void The_message_names_the_place_and_the_text(string text, string expected)
    {
        DataFileException error = Assert.Throws<DataFileException>(() => CsvFile.Read<float>(new StringReader(text), TargetY));
        Assert.Equal(expected, error.Message);
    }

    [Theory]
    [InlineData("x,y\n1,2\n3,\"4\n5,6\n")]
    [InlineData("x,y\n1,2\n3,4\"5\n")]
    [InlineData("x,y\n1,2\n\"3\"3,4\n")]
    public void Quotes_out_of_place_are_an_error(string text)
    {
        DataFileException error = Assert.Throws<DataFileException>(() => CsvFile.Read<float>(new StringReader(text), TargetY));
        Assert.StartsWith("Line 3: The quotes in", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_holds_the_place_as_data()
    {
        using TemporaryFile file = new("x,y\n1,?\n"u8);
        DataFileException error = Assert.Throws<DataFileException>(() => CsvFile.Read<float>(file.Path, TargetY));
        Assert.Equal((file.Path, 2, 2, "y"), (error.File, error.Line, error.Column, error.ColumnName));
        Assert.StartsWith($"{file.Path}, line 2, column 2 \"y\": ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_cut()
    {
        string text = $"x,y\n1,{new string('a', 1000)}\n";
        DataFileException error = Assert.Throws<DataFileException>(() => CsvFile.Read<float>(new StringReader(text), TargetY));
        Assert.Contains($"\"{new string('a', 60)}…\" is not a number.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_beyond_the_last_is_an_error()
    {
        foreach (CsvColumn column in (CsvColumn[])[2, ^3])
        {
            DataFileException error = Assert.Throws<DataFileException>(
                () => CsvFile.Read<float>(new StringReader("x,y\n1,2\n"), new CsvOptions { Targets = [column] }));
            Assert.Equal($"There is no column {column} among 2 columns.", error.Message);
        }
    }

    [Fact]
    public void Options_that_contradict_each_other_are_named()
    {
        CsvOptions[] wrong =
        [
            new(),
            new() { Label = 0, Targets = [1] },
            new() { Targets = [1], ClassNames = ["a"] },
            new() { Label = 1, ClassNames = ["a", "a"] },
            new() { Label = 1, ClassNames = [] },
            new() { Label = "y", HasHeader = false },
            new() { Targets = [1], Features = ["x"], HasHeader = false },
            new() { Label = 1, Delimiter = "" },
            new() { Label = 1, Delimiter = "\"" },
            new() { Label = 1, Comment = ',' },
            new() { Label = 1, Comment = '"' },
            new() { Label = 1, MissingValues = (MissingValues)9 },
            new() { Label = 1, Features = [0, 1] },
            new() { Label = 1, Features = [0, "x"] },
            new() { Targets = [1, "y"] },
        ];
        foreach (CsvOptions options in wrong)
            Assert.Throws<ArgumentException>("options", () => CsvFile.Read<float>(new StringReader("x,y\n1,2\n"), options));
        Assert.Throws<ArgumentOutOfRangeException>(() => (CsvColumn)(-1));
    }
}
