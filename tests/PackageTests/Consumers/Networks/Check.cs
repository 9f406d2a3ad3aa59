using System.Numerics;
using NetGen;

/// <summary>Compares every member of a network with the reference, and counts the bytes that it allocates.</summary>
internal static class Check
{
    private const int Rows = 5;

    public static int Failures { get; private set; }

    public static int Networks { get; private set; }

    public static void Run<TNetwork, T>(TNetwork network, int[] sizes, string[] activations)
        where TNetwork : ITrainableNetwork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Networks++;
        Random random = new(Networks);
        Span<T> parameters = network.Parameters;
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = Grid<T>(random, 0.5);
        }

        T[] inputs = Fill<T>(random, Rows * TNetwork.InputSize);
        T[] targets = Fill<T>(random, Rows * TNetwork.OutputSize);
        T[] outputs = new T[Rows * TNetwork.OutputSize];
        T[] gradient = new T[TNetwork.ParameterCount];
        T[] product = new T[TNetwork.ParameterCount];
        T[] inputGradients = new T[inputs.Length];
        T[] jacobian = new T[TNetwork.InputSize * TNetwork.OutputSize];
        T loss = T.Zero;
        T evaluated = T.Zero;
        void Members()
        {
            network.Forward(inputs, outputs);
            network.Forward(inputs.AsSpan(0, TNetwork.InputSize), outputs.AsSpan(0, TNetwork.OutputSize));
            evaluated = network.Evaluate(inputs, targets);
            Array.Clear(gradient);
            loss = network.Backward(inputs, targets, gradient);
            Array.Clear(product);
            network.VectorJacobianProduct(inputs, targets, product, inputGradients);
            network.Jacobian(inputs.AsSpan(0, TNetwork.InputSize), jacobian);
            network.SgdStep(inputs, targets, T.Zero);
        }

        Members();
        Action members = Members;
        long bytes = Math.Min(Allocated(members), Math.Min(Allocated(members), Allocated(members)));
        string name = $"{typeof(TNetwork).Name} {string.Join('-', sizes)}";
        Require(bytes == 0, $"{name}: {bytes} bytes allocated");
        Compare<T>(name, new Reference(sizes, activations, Doubles<T>(network.Parameters)), inputs, targets, outputs, loss, evaluated, gradient, product, inputGradients, jacobian);
    }

    private static void Compare<T>(string name, Reference reference, T[] inputs, T[] targets, T[] outputs, T loss, T evaluated, T[] gradient, T[] product, T[] inputGradients, T[] jacobian)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = inputs.Length / Rows;
        int m = outputs.Length / Rows;
        double[] x = Doubles<T>(inputs);
        double[] t = Doubles<T>(targets);
        double[] expectedOutputs = new double[outputs.Length];
        double[] expectedGradient = new double[gradient.Length];
        double[] expectedProduct = new double[gradient.Length];
        double[] expectedInputs = new double[inputs.Length];
        double[] expectedJacobian = new double[jacobian.Length];
        double expectedLoss = 0;
        for (int row = 0; row < Rows; row++)
        {
            double[] o = reference.Forward(x.AsSpan(row * n, n));
            o.CopyTo(expectedOutputs, row * m);
            double[] d = new double[m];
            for (int j = 0; j < m; j++)
            {
                double error = o[j] - t[(row * m) + j];
                expectedLoss += error * error / (Rows * m);
                d[j] = 2 * error / (Rows * m);
            }

            reference.Backward(d, expectedGradient);
            reference.Backward(t.AsSpan(row * m, m), expectedProduct).CopyTo(expectedInputs, row * n);
            for (int j = 0; row == 0 && j < m; j++)
            {
                double[] unit = new double[m];
                unit[j] = 1;
                reference.Backward(unit, new double[gradient.Length]).CopyTo(expectedJacobian, j * n);
            }
        }

        Close(name + " outputs", expectedOutputs, Doubles<T>(outputs));
        Close(name + " loss", [expectedLoss, expectedLoss], [double.CreateChecked(loss), double.CreateChecked(evaluated)]);
        Close(name + " gradient", expectedGradient, Doubles<T>(gradient));
        Close(name + " product", expectedProduct, Doubles<T>(product));
        Close(name + " input gradients", expectedInputs, Doubles<T>(inputGradients));
        Close(name + " jacobian", expectedJacobian, Doubles<T>(jacobian));

        static void Close(string tensor, double[] expected, double[] actual)
        {
            bool isSingle = typeof(T) == typeof(float);
            double scale = expected.Max(Math.Abs);
            double tolerance = isSingle ? (2e-4 * scale) + 1e-6 : (1e-9 * scale) + 1e-12;
            for (int i = 0; i < expected.Length; i++)
            {
                Require(Math.Abs(expected[i] - actual[i]) <= tolerance, $"{tensor}[{i}]: {expected[i]} expected, {actual[i]} found, tolerance {tolerance}");
            }
        }
    }

    /// <summary>The bytes that a call allocates; a collection in between counts the rest of the thread's allocation context too.</summary>
    private static long Allocated(Action call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Require(bool condition, string message)
    {
        if (!condition && Failures++ < 20)
        {
            Console.WriteLine(message);
        }
    }

    private static T[] Fill<T>(Random random, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. Enumerable.Range(0, count).Select(_ => Grid<T>(random, 1))];

    /// <summary>A multiple of 2⁻¹⁰, which float and double hold exactly.</summary>
    private static T Grid<T>(Random random, double range)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.CreateChecked(Math.Round(((2 * random.NextDouble()) - 1) * range * 1024) / 1024);

    private static double[] Doubles<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] result = new double[values.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = double.CreateChecked(values[i]);
        }

        return result;
    }
}
