using NetGen;

namespace LogicGates;

/// <summary>What a gate answers to the four pairs of bits.</summary>
internal sealed record TruthTable(string Name, float[] Answers)
{
    private static readonly float[] Bits = [0, 0, 0, 1, 1, 0, 1, 1];

    /// <summary>Learns one pair after the other, again and again.</summary>
    public void Teach(ITrainableNetwork<float> gate, int rounds, float learningRate)
    {
        for (int round = 0; round < rounds; round++)
        {
            for (int row = 0; row < Answers.Length; row++)
                gate.SgdStep(Bits.AsSpan(2 * row, 2), Answers.AsSpan(row, 1), learningRate);
        }
    }

    /// <summary>Prints the answers of the gate; whether each is on the right side of one half.</summary>
    public bool Check(ITrainableNetwork<float> gate)
    {
        float[] probabilities = new float[Answers.Length];
        gate.Forward(Bits, probabilities);
        for (int row = 0; row < Answers.Length; row++)
            Console.WriteLine($"{Bits[2 * row]} {Name,-3} {Bits[(2 * row) + 1]} = {Answers[row]}   answered {probabilities[row]:F4}");
        return probabilities.Zip(Answers).All(pair => Math.Abs(pair.First - pair.Second) < 0.5f);
    }
}
