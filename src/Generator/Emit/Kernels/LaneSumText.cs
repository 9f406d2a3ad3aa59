using NetGen.Generator.Model;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>The calls that sum the lanes of several vectors together, as C#.</summary>
internal static class LaneSumText
{
    /// <summary>How many sums of lanes are computed together.</summary>
    public const int Count = 4;

    /// <summary>Stores the sums from an offset of <paramref name="destination"/> on.</summary>
    public static string Store(IEnumerable<string> sums, string destination, string offset) =>
        $"LaneSums.Store({string.Join(", ", sums)}, ref {(offset == "0" ? destination : $"Unsafe.Add(ref {destination}, {offset})")});";

    /// <summary>Stores sums that are gradients of inputs, from <c>i</c> on, times the derivative of the activation before, if any.</summary>
    public static string StoreGradients(IEnumerable<string> sums, ActivationSpec? derivative, NumberType number) => derivative is null
        ? Store(sums, "dx", "i")
        : $"DerivativeProduct<{derivative.Alias}, {number.Name}>.Store(LaneSums.Of({string.Join(", ", sums)}), ref Unsafe.Add(ref x, i), ref Unsafe.Add(ref dx, i));";

    /// <summary>The sums as the first lanes of a vector; the others are 0.</summary>
    /// <param name="terms">The vectors to sum, up to 8.</param>
    /// <param name="type">Their type.</param>
    /// <param name="result">The type of the result, which has at least as many lanes as there are terms; null where nobody wants it.</param>
    public static string Of(IReadOnlyList<string> terms, VectorType type, VectorType? result) => result switch
    {
        null => "",
        { Lanes: > Count } => $"{result.Operations}.Create({Four(terms, type, 0)}, {Four(terms, type, Count)})",
        { Lanes: < Count } => $"{Four(terms, type, 0)}.GetLower()",
        _ => Four(terms, type, 0),
    };

    private static string Four(IReadOnlyList<string> terms, VectorType type, int first) =>
        $"LaneSums.Of({string.Join(", ", Enumerable.Range(first, Count).Select(index => index < terms.Count ? terms[index] : type.Zero))})";
}
