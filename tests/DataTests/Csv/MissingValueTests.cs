using NetGen.Data;

namespace NetGen.DataTests.Csv;

public class MissingValueTests
{
    private const string Text = "a,b,unused,y\n1,2,,3\n,5,1,6\n7,NaN,1,9\n10,11,1,n/a\n13,14,?,15\n";

    [Fact]
    public void Rows_with_a_missing_value_are_left_out_where_told()
    {
        CsvOptions options = new() { Features = ["a", "b"], Targets = ["y"], MissingValues = MissingValues.SkipRow };
        Dataset<double> dataset = CsvFile.Read<double>(new StringReader(Text), options);
        Assert.Equal([1, 2, 13, 14], dataset.Features);
        Assert.Equal([3, 15], dataset.Targets);
    }

    [Fact]
    public void Missing_numbers_become_NaN_where_told()
    {
        CsvOptions options = new() { Features = ["a", "b"], Targets = ["y"], MissingValues = MissingValues.NaN };
        Dataset<double> dataset = CsvFile.Read<double>(new StringReader(Text), options);
        Assert.Equal([1, 2, double.NaN, 5, 7, double.NaN, 10, 11, 13, 14], dataset.Features);
        Assert.Equal([3, 6, 9, double.NaN, 15], dataset.Targets);
    }

    [Theory]
    [InlineData(MissingValues.Error)]
    [InlineData(MissingValues.NaN)]
    public void A_missing_label_is_an_error(MissingValues policy)
    {
        CsvOptions options = new() { Features = ["unused"], Label = "y", MissingValues = policy, MissingTexts = ["9"] };
        DataFileException error = Assert.Throws<DataFileException>(
            () => CsvFile.Read<double>(new StringReader("unused,y\n1,2\n3,9\n"), options));
        Assert.Equal("Line 3, column 2 \"y\": The value is missing: the text is \"9\".", error.Message);
    }

    [Fact]
    public void Only_skipped_rows_are_no_data()
    {
        CsvOptions options = new() { Targets = ["y"], MissingValues = MissingValues.SkipRow };
        Assert.Throws<DataFileException>(() => CsvFile.Read<double>(new StringReader("x,y\n,1\n"), options));
    }
}
