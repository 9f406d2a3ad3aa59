using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Frontend.Calls;

/// <summary>The constants of a generated class, be it declared here or in a referenced assembly.</summary>
internal sealed record NetworkSizes(int InputSize, int OutputSize, int ParameterCount)
{
    /// <summary>The sizes of a class that declares them as constants, or null where it is no such network.</summary>
    public static NetworkSizes? Of(INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        bool isNetwork = type.TypeKind == TypeKind.Class
            && type.AllInterfaces.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, contract));
        return isNetwork
            && Constant(type, nameof(InputSize)) is { } inputs
            && Constant(type, nameof(OutputSize)) is { } outputs
            && Constant(type, nameof(ParameterCount)) is { } parameters
                ? new NetworkSizes(inputs, outputs, parameters)
                : null;
    }

    private static int? Constant(INamedTypeSymbol type, string name) => type.GetMembers(name)
        .OfType<IFieldSymbol>()
        .Where(field => field.IsConst)
        .Select(field => field.ConstantValue as int?)
        .FirstOrDefault(value => value > 0);
}
