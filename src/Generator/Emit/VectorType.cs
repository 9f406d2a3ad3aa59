namespace NetGen.Generator.Emit;

/// <summary>
/// How operations on a vector type are spelt. A single lane is a scalar, zero lanes are <c>Vector&lt;T&gt;</c>, and two lanes of
/// Single are a pair in the lower half of a 128-bit vector.
/// </summary>
/// <param name="element">The number type.</param>
/// <param name="elementBytes">Its bytes.</param>
/// <param name="lanes">The lanes.</param>
internal sealed class VectorType(string element, int elementBytes, int lanes)
{
    private readonly string _class = lanes == 0 ? "Vector" : $"Vector{Literal.Of(Math.Max(128, lanes * elementBytes * 8))}";

    private string? _name;

    public string Element => element;

    public int Lanes => lanes;

    public bool IsScalar => Lanes == 1;

    public bool IsPortable => Lanes == 0;

    public string Name => _name ??= IsScalar ? Element : $"{Class}<{Element}>";

    public string Zero => IsScalar ? (Element == "float" ? "0f" : "0d") : $"{Name}.Zero";

    private bool IsPair => Lanes * elementBytes == 8 && !IsScalar;

    private string Class => _class;

    public string Load(string source, string offset) => (IsScalar, IsPair, offset) switch
    {
        (true, _, "0") => source,
        (true, _, _) => $"Unsafe.Add(ref {source}, {offset})",
        (_, true, _) => $"Partial.LoadPair(ref {At(source, offset)})",
        (_, _, "0") => $"{Class}.LoadUnsafe(ref {source})",
        _ => $"{Class}.LoadUnsafe(ref {source}, {offset})",
    };

    /// <summary>A load of what was written four elements at a time a moment before.</summary>
    public string LoadPieces(string source, string offset) => (IsPortable || Lanes * elementBytes > 16, offset) switch
    {
        (false, _) => Load(source, offset),
        (_, "0") => $"Pieces.Load{Class}(ref {source})",
        _ => $"Pieces.Load{Class}(ref {source}, {offset})",
    };

    public string Store(string value, string destination, string offset) => (IsScalar, IsPair, offset) switch
    {
        (true, _, "0") => $"{destination} = {value};",
        (true, _, _) => $"Unsafe.Add(ref {destination}, {offset}) = {value};",
        (_, true, _) => StorePartial(value, destination, offset, Lanes),
        (_, _, "0") => $"{value}.StoreUnsafe(ref {destination});",
        _ => $"{value}.StoreUnsafe(ref {destination}, {offset});",
    };

    /// <summary>Writes the first lanes only.</summary>
    public string StorePartial(string value, string destination, string offset, int lanes) =>
        $"Partial.Store({value}, ref {At(destination, offset)}, {Literal.Of(lanes)});";

    /// <summary>Adds the first lanes to memory.</summary>
    public string AddPartial(string value, string destination, string offset, int lanes) =>
        $"Partial.Add({value}, ref {At(destination, offset)}, {Literal.Of(lanes)});";

    public string Broadcast(string scalar) => IsScalar ? scalar : $"{Class}.Create({scalar})";

    public string MultiplyAdd(string x, string y, string z) => $"{Operations}.MultiplyAddEstimate({x}, {y}, {z})";

    /// <summary>The type whose static members compute.</summary>
    public string Operations => IsScalar ? Element : Class;

    /// <summary>The operations of <c>ISimd</c> for this type.</summary>
    public string Simd => $"Simd{(IsScalar ? "Scalar" : IsPortable ? "Vector" : Class.Substring("Vector".Length))}<{Element}>";

    /// <summary>A narrower vector, or a scalar, as this type: its lanes and zeros.</summary>
    public string Widened(string value, VectorType type) => (type.IsScalar, type.Class, Class) switch
    {
        (true, _, _) => $"{Class}.CreateScalar{value}",
        (_, "Vector128", "Vector512") => $"{value}.ToVector256().ToVector512()",
        _ when type.Class == Class => value,
        _ => $"{value}.To{Class}()",
    };

    /// <summary>A narrower vector as this type: its lanes, and undefined ones.</summary>
    public string Extended(string value, VectorType type) => (type.Class, Class) switch
    {
        ("Vector128", "Vector512") => $"{value}.ToVector256Unsafe().ToVector512Unsafe()",
        _ when type.Class == Class => value,
        _ => $"{value}.To{Class}Unsafe()",
    };

    /// <summary>The type of a constant that <see cref="Shuffle"/> takes.</summary>
    public string IndexName => $"{Class}<{(elementBytes == 4 ? "int" : "long")}>";

    /// <summary>Such a constant: for each lane the lane that it comes from.</summary>
    public string Indices(Func<int, int> from)
    {
        string suffix = elementBytes == 4 ? "" : "L";
        return $"{Class}.Create({string.Join(", ", Enumerable.Range(0, Lanes).Select(lane => Literal.Of(from(lane)) + suffix))})";
    }

    /// <summary>Such a constant with the same lane for all.</summary>
    public string Index(int from) => $"{Class}.Create({Literal.Of(from)}{(elementBytes == 4 ? "" : "L")})";

    public string Shuffle(string value, string indices) => $"{Class}.Shuffle({value}, {indices})";

    /// <summary>The lanes of one vector where a mask is set, of another elsewhere.</summary>
    public string Select(string mask, string ifSet, string ifNot) => $"{Class}.ConditionalSelect({mask}, {ifSet}, {ifNot})";

    public string Sum(string value) => IsScalar ? value : $"{Class}.Sum({value})";

    /// <summary>A mask of all lanes.</summary>
    public string AllSet => $"{Name}.AllBitsSet";

    /// <summary>A mask of the first <paramref name="count"/> lanes.</summary>
    public string MaskBefore(int count) => Mask(lane => lane < count);

    /// <summary>A mask of all lanes but the first <paramref name="overlap"/>.</summary>
    public string MaskAfter(int overlap) => Mask(lane => lane >= overlap);

    private string Mask(Func<int, bool> isSet)
    {
        string suffix = elementBytes == 4 ? "" : "L";
        IEnumerable<string> lanes = Enumerable.Range(0, Lanes).Select(lane => isSet(lane) ? "-1" + suffix : "0" + suffix);
        return $"{Class}.Create({string.Join(", ", lanes)}).{(elementBytes == 4 ? "AsSingle" : "AsDouble")}()";
    }

    private static string At(string source, string offset) => offset == "0" ? source : $"Unsafe.Add(ref {source}, {offset})";
}
