using System.Text;
using NetGen.Peers.Measuring;

namespace NetGen.Peers.Reporting;

/// <summary>Writes <c>docs/benchmarks.md</c> and its chart.</summary>
internal static class Report
{
    private const string ChartFile = "benchmarks.svg";

    public static string Write(Options options, Results results, Results? narrow, FirstCall firstCall)
    {
        string docs = Path.Combine(Root(), "docs"), page = Path.Combine(docs, "benchmarks.md");
        Directory.CreateDirectory(docs);
        File.WriteAllText(Path.Combine(docs, ChartFile), Chart.Draw(options, results));
        File.WriteAllText(page, Page(options, results, narrow, firstCall));
        return page;
    }

    private static string Page(Options options, Results results, Results? narrow, FirstCall firstCall)
    {
        var text = new StringBuilder();
        text.Append(Preface.Of(options, results));
        text.Append($"![Time of one row against the peers]({ChartFile})\n\n");
        text.Append("## Ratios\n\n").Append(Preface.Ratios).Append(RatioTable.Of(options, results));
        foreach (Mode mode in Enum.GetValues<Mode>())
        {
            foreach (int batch in options.Batches)
                text.Append($"## {TimeTable.Title(mode, batch)}\n\n").Append(TimeTable.Of(options, results, mode, batch));
        }

        if (narrow is not null)
            text.Append("## With 256-bit vectors\n\n").Append(Preface.Narrow).Append(RatioTable.Of(options, narrow));
        text.Append("## Double precision\n\nSingle precision is measured again in the same rounds.\n\n").Append(DoubleTable.Of(options, results));
        text.Append("## Aims that are missed\n\n").Append(AimTable.Of(options, results, narrow));
        text.Append("## Limits of the machine\n\n").Append(LimitSection.Of(results, narrow));
        text.Append(Preface.FirstCalls(firstCall));
        return text.ToString();
    }

    /// <summary>The folder of the solution, above the current one or above this program.</summary>
    private static string Root()
    {
        foreach (string start in (string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory])
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "NetGen.sln")))
                    return folder.FullName;
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
