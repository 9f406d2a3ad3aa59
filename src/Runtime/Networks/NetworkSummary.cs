using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetGen;

/// <summary>A network as a table of its layers, as Keras' <c>model.summary()</c> prints one.</summary>
public static class NetworkSummary
{
    private const string Gap = "  ";

    private static readonly string[] Header = ["layer", "shape", "activation", "parameters"];

    /// <summary>
    /// The layers with their shapes, activations and numbers of parameters, and the total. Lines are parted by <c>\n</c>,
    /// numbers are of the invariant culture. What <c>ToString</c> of a generated network returns.
    /// </summary>
    /// <typeparam name="T">The number type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    public static string Of<T>(INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        int parameters = network.Parameters.Length;
        List<string[]> rows = [Header];
        foreach (LayerInfo layer in network.GetLayers())
        {
            rows.Add([layer.Name, $"{Plain(layer.InputSize)} -> {Plain(layer.OutputSize)}", layer.ActivationName, Grouped(layer.ParameterCount)]);
        }

        rows.Add(["total", "", "", Grouped(parameters)]);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Name(network.GetType())}: {Grouped(parameters)} parameters, {Grouped((long)parameters * Unsafe.SizeOf<T>())} bytes");
        foreach (string[] row in rows)
        {
            text.Append('\n').Append(Line(rows, row));
        }

        return text.ToString();
    }

    /// <summary>The name without the number of type parameters.</summary>
    private static string Name(Type type) => type.Name.Split('`')[0];

    /// <summary>The cells of a row, the last one, a number, at the right.</summary>
    private static string Line(List<string[]> rows, string[] row) => string.Join(Gap, row.Select((cell, column) =>
    {
        int width = rows.Max(other => other[column].Length);
        return column == Header.Length - 1 ? cell.PadLeft(width) : cell.PadRight(width);
    }));

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
