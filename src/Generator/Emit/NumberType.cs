namespace NetGen.Generator.Emit;

/// <summary>The number type of a network as C#.</summary>
internal sealed class NumberType(Precision precision)
{
    public Precision Precision => precision;

    public string Name => precision == Precision.Single ? "float" : "double";

    public int Bytes => precision == Precision.Single ? 4 : 8;

    private readonly Dictionary<int, VectorType> _vectors = [];

    /// <summary>The shortest vector of so many lanes at least.</summary>
    public VectorType Covering(int count)
    {
        int lanes = 16 / Bytes;
        while (lanes < count)
        {
            lanes *= 2;
        }

        return Vector(lanes);
    }

    /// <summary>A vector type; the same object for the same lanes.</summary>
    public VectorType Vector(int lanes)
    {
        if (!_vectors.TryGetValue(lanes, out VectorType? type))
        {
            _vectors.Add(lanes, type = new VectorType(Name, Bytes, lanes));
        }

        return type;
    }
}
