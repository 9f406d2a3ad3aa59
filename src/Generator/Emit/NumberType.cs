namespace NetGen.Generator.Emit;

/// <summary>The number type of a network as C#.</summary>
internal sealed class NumberType(Precision precision)
{
    public Precision Precision => precision;

    public string Name => precision == Precision.Single ? "float" : "double";

    public int Bytes => precision == Precision.Single ? 4 : 8;

    private readonly Dictionary<int, VectorType> _vectors = [];

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
