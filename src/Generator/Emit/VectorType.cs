namespace NetGen.Generator.Emit;

/// <summary>How operations on a vector type are spelt. A single lane is a scalar, zero lanes are <c>Vector&lt;T&gt;</c>.</summary>
internal sealed record VectorType(string Element, int ElementBytes, int Lanes)
{
    public bool IsScalar => Lanes == 1;

    public bool IsPortable => Lanes == 0;

    public string Name => IsScalar ? Element : $"{Class}<{Element}>";

    public string Zero => IsScalar ? (Element == "float" ? "0f" : "0d") : $"{Name}.Zero";

    private string Class => IsPortable ? "Vector" : $"Vector{Lanes * ElementBytes * 8}";

    public string Load(string source, string offset) => (IsScalar, offset) switch
    {
        (true, "0") => source,
        (true, _) => $"Unsafe.Add(ref {source}, {offset})",
        (false, "0") => $"{Class}.LoadUnsafe(ref {source})",
        _ => $"{Class}.LoadUnsafe(ref {source}, {offset})",
    };

    public string Store(string value, string destination, string offset) => (IsScalar, offset) switch
    {
        (true, "0") => $"{destination} = {value};",
        (true, _) => $"Unsafe.Add(ref {destination}, {offset}) = {value};",
        (false, "0") => $"{value}.StoreUnsafe(ref {destination});",
        _ => $"{value}.StoreUnsafe(ref {destination}, {offset});",
    };

    public string Broadcast(string scalar) => IsScalar ? scalar : $"{Class}.Create({scalar})";

    public string MultiplyAdd(string x, string y, string z) => $"{(IsScalar ? Element : Class)}.MultiplyAddEstimate({x}, {y}, {z})";

    public string Sum(string value) => IsScalar ? value : $"{Class}.Sum({value})";

    /// <summary>A mask of all lanes but the first <paramref name="overlap"/>.</summary>
    public string MaskAfter(int overlap)
    {
        string suffix = ElementBytes == 4 ? "" : "L";
        IEnumerable<string> lanes = Enumerable.Range(0, Lanes).Select(lane => lane < overlap ? "0" + suffix : "-1" + suffix);
        return $"{Class}.Create({string.Join(", ", lanes)}).{(ElementBytes == 4 ? "AsSingle" : "AsDouble")}()";
    }
}
