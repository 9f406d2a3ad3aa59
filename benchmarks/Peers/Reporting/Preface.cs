using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using NetGen.Peers.Measuring;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Reporting;

/// <summary>The words of the page.</summary>
internal static class Preface
{
    public const string Ratios =
        "NetGen's median over that of the fastest peer of each kind: below 1, NetGen is faster. *Best rounds* is the fastest round of "
        + "NetGen over the fastest round of any C.\n\n";

    public const string Narrow =
        "The same program without AVX-512 (`DOTNET_EnableAVX512=0`), against peers compiled with `-mno-avx512f`.\n\n";

    private const string Method = """
        Every figure is the median of {0} rounds of about {1} ms. All peers but PyTorch run in one process on one pinned core and take
        turns in every round, so that a slow spell of the machine slows all. Calls are independent of each other, over at
        least 64 different rows. Outputs, and the parameters after a step, of all peers but PyTorch are checked against double
        precision before anything is timed. Inputs, targets and the peers' parameters lie at multiples of 64 bytes and at
        different places of their pages. A "step" is forward, loss, backward and gradient descent.

        - **C plain**: loops of constant sizes, weights `[in][out]` and `[out][in]`, `gcc -O3 -march=native -ffast-math`, with the
          compiler's preferred vectors and with 512 bits. A cell shows the fastest.
        - **C by hand**: intrinsics; panels of eight vectors for one row, register tiles for batches, a sample per lane for the
          tiny networks, and an update fused with the gradient. The fastest that applies.
        - **OpenBLAS**: `gemm`, `gemv` and `ger`, biases and activations in loops of constant sizes that gcc vectorises.
        - **C#**: what one writes without a generator; the weights are `[out][in]`, products by loops, `Vector<T>`,
          `TensorPrimitives` or Math.NET's managed matrices.

        Run it with `dotnet run -c Release --project benchmarks/Peers`. Peers appear where they are installed: gcc
        (`apt install gcc`), OpenBLAS (`libopenblas-dev`), PyTorch (`python3-torch`; it uses OpenBLAS where that is installed), ONNX
        Runtime (`npm install onnxruntime-node` in the current directory, or `ONNXRUNTIME_LIBRARY=…/libonnxruntime.so`).


        """;

    public static string Of(Options options, Results results)
    {
        var text = new StringBuilder("# Benchmarks\n\n");
        string framework = RuntimeInformation.FrameworkDescription;
        text.Append(CultureInfo.InvariantCulture, $"{Machine.Processor}, {framework}, {results.VectorBits}-bit vectors.");
        foreach (string note in results.Notes)
            text.Append($" {note}");
        text.Append("\n\n").AppendFormat(CultureInfo.InvariantCulture, Method, options.Rounds, options.RoundMilliseconds);
        var table = new MarkdownTable("network", "layers", "parameters");
        foreach (NetworkSpec network in options.Networks)
            table.Row(network.Name, network.Shape, network.ParameterCount.ToString("N0", CultureInfo.InvariantCulture));
        return text.Append(table).ToString();
    }

    public static string FirstCalls(FirstCall first) => string.Create(CultureInfo.InvariantCulture, $"""
        ## First call

        A network of five layers (16-64-64-32-16-4) in a new process, in milliseconds over {FirstCall.Processes} processes.

        | call, in this order | median | fastest |
        | --- | ---: | ---: |
        | the constructor, which draws start values | {first.Instance.Median:F1} | {first.Instance.Best:F1} |
        | `Forward`, one row | {first.Forward.Median:F1} | {first.Forward.Best:F1} |
        | `SgdStep`, one row | {first.Step.Median:F1} | {first.Step.Best:F1} |
        | `Forward`, {FirstCall.BatchRows} rows | {first.Batch.Median:F1} | {first.Batch.Best:F1} |

        The calls of `Forward` from the second to the hundredth take {Duration.Of(first.Early.Median)} each, and as many after {FirstCall.CallsBefore:N0} more
        {Duration.Of(first.Late.Median)} (medians; fastest {Duration.Of(first.Early.Best)} and {Duration.Of(first.Late.Best)}).

        """);
}
