using System.Text;
using NetGen.Data;

namespace NetGen.DataTests.Csv;

public class CsvFileTests
{
    private static readonly CsvOptions LastIsTarget = new() { Targets = [^1], HasHeader = false };

    [Fact]
    public void All_columns_but_the_label_are_features()
    {
        Dataset<double> dataset = Read("a,kind,b\n1,0,2\n3,2,4.5\n", new CsvOptions { Label = "kind" }, out CsvColumns columns);
        Assert.Equal([1, 2, 3, 4.5], dataset.Features);
        Assert.Equal([0, 2], dataset.Labels);
        Assert.Equal((2, 3), (dataset.FeatureCount, dataset.ClassCount));
        Assert.Equal(["a", "b"], columns.FeatureNames);
        Assert.Equal(["0", "1", "2"], columns.ClassNames);
        Assert.Empty(columns.TargetNames);
    }

    [Fact]
    public void Features_and_targets_come_in_the_order_asked_for()
    {
        CsvOptions options = new() { Features = ["c", 0], Targets = [^1, "b"] };
        Dataset<double> dataset = Read("a,b,c,d\n1,2,3,4\n5,6,7,8\n", options, out CsvColumns columns);
        Assert.Equal([3, 1, 7, 5], dataset.Features);
        Assert.Equal([4, 2, 8, 6], dataset.Targets);
        Assert.Equal(["c", "a"], columns.FeatureNames);
        Assert.Equal(["d", "b"], columns.TargetNames);
    }

    [Fact]
    public void A_file_without_a_header_starts_with_data()
    {
        Dataset<double> dataset = Read("1,2\r\n3,4", LastIsTarget, out CsvColumns columns);
        Assert.Equal([1, 3], dataset.Features);
        Assert.Equal([2, 4], dataset.Targets);
        Assert.Empty(columns.FeatureNames);
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData(" ")]
    [InlineData("||")]
    public void The_delimiter_may_be_another(string delimiter)
    {
        CsvOptions options = new() { Targets = ["y"], Delimiter = delimiter };
        Assert.Equal([1.5, 3], Read($"x{delimiter}y\n1.5{delimiter}2\n3{delimiter}4\n", options).Features);
    }

    [Fact]
    public void Comments_blank_lines_quotes_and_white_space_do_not_count()
    {
        CsvOptions options = new() { Targets = ["y"], Comment = '#' };
        Dataset<double> dataset = Read("# made by hand\n\"x\" , y\n\n 1 ,\"2\"\n# half way\n3,4\n", options);
        Assert.Equal([1, 3], dataset.Features);
        Assert.Equal([2, 4], dataset.Targets);
    }

    [Fact]
    public void Numbers_are_read_in_the_invariant_culture_to_the_last_bit()
    {
        Dataset<double> dataset = Read("-1.5e-3,0.1\n+2E2,5e-324\n", LastIsTarget);
        Assert.Equal([-1.5e-3, 200], dataset.Features);
        Assert.Equal([0.1, double.Epsilon], dataset.Targets);
        Assert.Equal([0.1f], CsvFile.Read<float>(new StringReader("1,0.1"), LastIsTarget).Targets);
    }

    [Fact]
    public void A_path_is_read_as_its_text_is()
    {
        using TemporaryFile file = new([.. Encoding.UTF8.Preamble, .. "größe,y\n1,2\n"u8]);
        Dataset<float> dataset = CsvFile.Read<float>(file.Path, new CsvOptions { Targets = ["y"] }, out CsvColumns columns);
        Assert.Equal([1], dataset.Features);
        Assert.Equal(["größe"], columns.FeatureNames);
    }

    [Fact]
    public void A_reader_is_left_open()
    {
        using StringReader reader = new("1,2");
        CsvFile.Read<float>(reader, LastIsTarget);
        Assert.Equal(-1, reader.Read());
    }

    private static Dataset<double> Read(string text, CsvOptions options) => Read(text, options, out _);

    private static Dataset<double> Read(string text, CsvOptions options, out CsvColumns columns) =>
        CsvFile.Read<double>(new StringReader(text), options, out columns);
}
