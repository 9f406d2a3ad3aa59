using System.Numerics;

namespace NetGen.Peers.Measuring;

/// <summary>Compares what every peer computes with double precision, and stops the run where one computes something else.</summary>
internal sealed class Referee<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double SingleTolerance = 2e-4;
    private const double DoubleTolerance = 1e-10;

    /// <summary>Large enough for a wrong gradient to show.</summary>
    private const double LearningRate = 0.1;

    private readonly Workload<T> _work;
    private readonly T[] _start;
    private readonly double[] _outputs;
    private readonly double[] _step;

    public Referee(Workload<T> work, T[] start)
    {
        (_work, _start) = (work, start);
        var reference = new Reference(work.Network, ToDoubles(start));
        _outputs = reference.Forward(ToDoubles(work.AllInputs));
        _step = reference.Step(ToDoubles(work.Inputs(0)), ToDoubles(work.Targets(0)), LearningRate);
    }

    private static double Tolerance => typeof(T) == typeof(float) ? SingleTolerance : DoubleTolerance;

    /// <summary>The largest error of all outputs.</summary>
    public double ErrorOfOutputs(Peer<T> peer)
    {
        _work.Rewind();
        _work.AllOutputs.Fill(T.NaN);
        peer.SetParameters(_start);
        peer.Forward(_work, _work.Blocks);
        return Accepted(peer, "outputs", _outputs, _work.AllOutputs);
    }

    /// <summary>The largest error of all parameters after one step.</summary>
    public double ErrorOfStep(Peer<T> peer)
    {
        T rate = _work.LearningRate;
        T[] parameters = new T[_start.Length];
        _work.Rewind();
        _work.LearningRate = T.CreateChecked(LearningRate);
        peer.SetParameters(_start);
        T loss = peer.Train(_work, 1);
        peer.GetParameters(parameters);
        peer.SetParameters(_start);
        _work.LearningRate = rate;
        if (!T.IsFinite(loss))
            throw new InvalidOperationException($"{peer.Name}, {_work.Network.Name}: the loss is {loss}.");
        return Accepted(peer, "parameters after a step", _step, parameters);
    }

    private double Accepted(Peer<T> peer, string what, double[] expected, ReadOnlySpan<T> found)
    {
        double worst = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(double.CreateChecked(found[i]) - expected[i]) / Math.Max(1, Math.Abs(expected[i]));
            if (!(error <= Tolerance))
            {
                throw new InvalidOperationException(
                    $"{peer.Name}, {_work.Network.Name} {typeof(T).Name} batch {_work.Batch}: {what}[{i}] is {found[i]}, expected {expected[i]}.");
            }

            worst = Math.Max(worst, error);
        }

        return worst;
    }

    private static double[] ToDoubles(ReadOnlySpan<T> values)
    {
        double[] result = new double[values.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = double.CreateChecked(values[i]);
        return result;
    }
}
