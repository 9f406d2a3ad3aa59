using System.Globalization;
using System.Text;

namespace NetGen.PackageTests.Networks;

/// <summary>The source of a program with many networks that checks each of them.</summary>
internal static class NetworksSource
{
    private const int Seed = 20240501;

    private static readonly int[] TellingSizes = [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 70];

    private static readonly string[] Activations = ["Identity", "Tanh", "Sigmoid", "SiLU", "Softplus", "Softsign"];

    /// <summary>Networks of <paramref name="shapes"/> shapes, each in both precisions.</summary>
    public static string Program(int shapes)
    {
        Random random = new(Seed);
        StringBuilder declarations = new();
        StringBuilder checks = new();
        for (int shape = 0; shape < shapes; shape++)
        {
            int depth = 1 + (shape % 5);
            int[] sizes = [.. Enumerable.Range(0, depth + 1).Select(_ => Size(random))];
            string[] activations = [.. Enumerable.Range(0, depth).Select(_ => Activations[random.Next(Activations.Length)])];
            foreach ((string precision, string number) in new[] { ("Single", "float"), ("Double", "double") })
            {
                string name = $"{precision}{shape.ToString(CultureInfo.InvariantCulture)}";
                declarations.Append(CultureInfo.InvariantCulture, $"""
                    [Network([{string.Join(", ", sizes)}], [{string.Join(", ", activations.Select(a => "Activation." + a))}], Loss.MeanSquaredError, Precision = Precision.{precision})]
                    internal partial class {name};


                    """);
                checks.Append(CultureInfo.InvariantCulture, $"""
                    Check.Run<{name}, {number}>(new {name}({shape}), [{string.Join(", ", sizes)}], [{string.Join(", ", activations.Select(a => $"\"{a}\""))}]);

                    """);
            }
        }

        return $$"""
            // Layers without activation are kernels to be checked like any other.
            #pragma warning disable NETGEN014

            using NetGen;

            {{checks}}
            Console.WriteLine($"networks {Check.Networks} failures {Check.Failures}");
            return Check.Failures == 0 ? 0 : 1;

            {{declarations}}
            """;
    }

    private static int Size(Random random) => random.Next(2) == 0 ? TellingSizes[random.Next(TellingSizes.Length)] : random.Next(1, 71);
}
