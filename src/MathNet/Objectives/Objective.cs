using MathNet.Numerics.LinearAlgebra;

namespace NetGen.MathNet;

/// <summary>What is minimised, as a function of the parameters of a network.</summary>
internal abstract class Objective(ITrainableNetwork<double> network)
{
    public ITrainableNetwork<double> Network { get; } = network;

    /// <summary>Computes the function at the parameters that the network holds.</summary>
    /// <param name="gradient">Receives the gradient (zero before), or is empty to skip it.</param>
    /// <param name="penalty">The part of the value that is the penalty.</param>
    protected abstract double Compute(Span<double> gradient, out double penalty);

    /// <summary>Writes a point to the network and evaluates there.</summary>
    public Evaluation Evaluate(Vector<double> point, bool withGradient)
    {
        double[] parameters = point.ToArray(), gradient = withGradient ? new double[point.Count] : [];
        parameters.CopyTo(Network.Parameters);
        double loss = Compute(gradient, out double penalty);
        return new Evaluation(Dense(parameters), loss, penalty, withGradient ? Dense(gradient) : null);
    }

    public Vector<double> CurrentPoint() => Dense(Network.Parameters.ToArray());

    private static Vector<double> Dense(double[] values) => Vector<double>.Build.Dense(values);
}
