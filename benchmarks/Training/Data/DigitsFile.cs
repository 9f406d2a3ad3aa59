using NetGen.Data;

namespace NetGen.TrainingBenchmark.Data;

/// <summary>The digits of the sample: 64 pixels from 0 to 16 and the digit in each line.</summary>
internal static class DigitsFile
{
    private const float BrightestPixel = 16;
    private const int ClassCount = 10;

    public static Dataset<float> Read()
    {
        Dataset<float> data = CsvFile.Read<float>(
            Path.Combine(AppContext.BaseDirectory, "data", "digits.csv"), new CsvOptions { Label = "target" });
        return Dataset<float>.WithLabels(Array.ConvertAll(data.Features.ToArray(), pixel => pixel / BrightestPixel), data.FeatureCount, data.Labels.ToArray(), ClassCount);
    }
}
