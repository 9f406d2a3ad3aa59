using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Frontend;

/// <summary>
/// Names in a namespace or type that differ in case only. They are found once per compilation and not once per network, which
/// would take quadratic time; the table does not keep a compilation alive.
/// </summary>
internal static class CaseConflicts
{
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Found = new();

    public static bool Concerns(INamespaceOrTypeSymbol symbol) =>
        symbol.ContainingSymbol is INamespaceOrTypeSymbol parent && Found.GetValue(parent, Find).Contains(symbol.MetadataName);

    private static HashSet<string> Find(INamespaceOrTypeSymbol parent) => [.. parent.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .Select(member => member.MetadataName)
        .Distinct(StringComparer.Ordinal)
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(names => names.Skip(1).Any())
        .SelectMany(names => names)];
}
