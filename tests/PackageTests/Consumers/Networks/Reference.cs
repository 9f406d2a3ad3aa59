/// <summary>A fully connected network in double, written from the maths, with the gradient of mean squared error.</summary>
internal sealed class Reference(int[] sizes, string[] activations, double[] parameters)
{
    private readonly List<double[]> _z = [];
    private readonly List<double[]> _a = [];

    public double[] Forward(ReadOnlySpan<double> input)
    {
        _z.Clear();
        _a.Clear();
        _a.Add(input.ToArray());
        int offset = 0;
        for (int k = 0; k < activations.Length; k++)
        {
            int n = sizes[k];
            int m = sizes[k + 1];
            double[] z = new double[m];
            double[] x = _a[k];
            for (int o = 0; o < m; o++)
            {
                z[o] = parameters[offset + (n * m) + o];
                for (int i = 0; i < n; i++)
                {
                    z[o] += x[i] * parameters[offset + (i * m) + o];
                }
            }

            _z.Add(z);
            _a.Add([.. z.Select(value => Value(activations[k], value))]);
            offset += (n + 1) * m;
        }

        return _a[^1];
    }

    /// <summary>Adds the parameter gradient of the last input; returns its input gradient.</summary>
    public double[] Backward(ReadOnlySpan<double> outputGradient, double[] gradient)
    {
        double[] delta = outputGradient.ToArray();
        int end = parameters.Length;
        for (int k = activations.Length - 1; k >= 0; k--)
        {
            int n = sizes[k];
            int m = sizes[k + 1];
            int offset = end - ((n + 1) * m);
            double[] previous = new double[n];
            for (int o = 0; o < m; o++)
            {
                double d = delta[o] * Derivative(activations[k], _z[k][o]);
                gradient[offset + (n * m) + o] += d;
                for (int i = 0; i < n; i++)
                {
                    gradient[offset + (i * m) + o] += _a[k][i] * d;
                    previous[i] += parameters[offset + (i * m) + o] * d;
                }
            }

            delta = previous;
            end = offset;
        }

        return delta;
    }

    private static double Value(string activation, double z) => activation switch
    {
        "Identity" => z,
        "Tanh" => Math.Tanh(z),
        "Sigmoid" => 1 / (1 + Math.Exp(-z)),
        "SiLU" => z / (1 + Math.Exp(-z)),
        "Softplus" => Math.Log(1 + Math.Exp(z)),
        "Softsign" => z / (1 + Math.Abs(z)),
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };

    private static double Derivative(string activation, double z)
    {
        double s = 1 / (1 + Math.Exp(-z));
        return activation switch
        {
            "Identity" => 1,
            "Tanh" => 1 - (Math.Tanh(z) * Math.Tanh(z)),
            "Sigmoid" => s * (1 - s),
            "SiLU" => s + (z * s * (1 - s)),
            "Softplus" => s,
            "Softsign" => 1 / ((1 + Math.Abs(z)) * (1 + Math.Abs(z))),
            _ => throw new ArgumentOutOfRangeException(nameof(activation)),
        };
    }
}
