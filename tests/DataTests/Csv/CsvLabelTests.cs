using NetGen.Data;

namespace NetGen.DataTests.Csv;

public class CsvLabelTests
{
    [Fact]
    public void Texts_become_classes_in_ordinal_order()
    {
        Dataset<float> dataset = Read("virginica", "Setosa", "10", "virginica", out CsvColumns columns);
        Assert.Equal(["10", "Setosa", "virginica"], columns.ClassNames);
        Assert.Equal([2, 1, 0, 2], dataset.Labels);
        Assert.Equal(3, dataset.ClassCount);
    }

    [Fact]
    public void Whole_numbers_are_labels_however_they_are_written()
    {
        Dataset<float> dataset = Read("3", "1.0", "2e0", "0.000000000000000000e+00", out CsvColumns columns);
        Assert.Equal([3, 1, 2, 0], dataset.Labels);
        Assert.Equal(["0", "1", "2", "3"], columns.ClassNames);
    }

    [Fact]
    public void Other_numbers_are_names()
    {
        Assert.Equal([1, 0, 1, 0], Read("1", "-1", "1", "-1", out CsvColumns columns).Labels);
        Assert.Equal(["-1", "1"], columns.ClassNames);
    }

    [Fact]
    public void Names_given_fix_the_classes()
    {
        CsvOptions options = new() { Label = 1, HasHeader = false, ClassNames = ["no", "yes", "perhaps"] };
        Dataset<float> dataset = CsvFile.Read<float>(new StringReader("1,yes\n2,no\n"), options, out CsvColumns columns);
        Assert.Equal([1, 0], dataset.Labels);
        Assert.Equal(3, dataset.ClassCount);
        Assert.Equal(options.ClassNames, columns.ClassNames);
        DataFileException error = Assert.Throws<DataFileException>(
            () => CsvFile.Read<float>(new StringReader("1,yes\n2,Yes\n"), options));
        Assert.Equal("Line 2, column 2: \"Yes\" is none of the 3 classes given.", error.Message);
    }

    [Fact]
    public void A_number_too_great_for_a_label_is_an_error_at_its_line()
    {
        DataFileException error = Assert.Throws<DataFileException>(() => Read("1", "2", "90210000", "3", out _));
        Assert.Equal(
            "Line 3, column 2: The label \"90210000\" is above 999999; set ClassNames if it is the name of a class.", error.Message);
    }

    private static Dataset<float> Read(string a, string b, string c, string d, out CsvColumns columns) =>
        CsvFile.Read<float>(new StringReader($"1,{a}\n2,{b}\n3,{c}\n4,{d}\n"), new CsvOptions { Label = ^1, HasHeader = false }, out columns);
}
