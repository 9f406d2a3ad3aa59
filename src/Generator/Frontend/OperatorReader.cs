using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Frontend;

/// <summary>Reads and checks activations and the loss: built-in ones, and structs of the user's.</summary>
internal sealed class OperatorReader(INamedTypeSymbol network, AttributeArguments arguments, Reporter reporter, Precision precision)
{
    private const string ActivationsParameter = "activations";
    private const string LossParameter = "loss";

    private readonly Dictionary<string, List<string>> _ownTypes = [];

    private SpecialType Number => precision == Precision.Single ? SpecialType.System_Single : SpecialType.System_Double;

    public EquatableArray<ActivationSpec> ReadActivations(int sizes)
    {
        TypedConstant? argument = arguments.Constructor(ActivationsParameter);
        IReadOnlyList<TypedConstant> values = argument is { Kind: TypedConstantKind.Array, IsNull: false } array ? array.Values : [];
        int layers = Math.Max(0, sizes - 1);
        if (sizes >= 2 && values.Count != layers)
        {
            string given = values.Count switch { 0 => "none is", 1 => "only one is", _ => $"{values.Count} are" };
            reporter.Report(Descriptors.ActivationCount, arguments.LocationOf(ActivationsParameter), sizes, layers, values.Count == 1 && layers == 0 ? "one is" : given);
        }

        return new EquatableArray<ActivationSpec>(values.Select(ReadActivation));
    }

    public LossSpec ReadLoss(AttributeData attribute)
    {
        Location location = arguments.LocationOf(LossParameter);
        if (attribute.AttributeClass is { Arity: 1 } generic)
        {
            ITypeSymbol argument = generic.TypeArguments[0];
            return OwnLoss(argument, arguments.AttributeLocation);
        }

        if (arguments.Constructor(LossParameter) is not { } constant)
        {
            return new LossSpec(default);
        }

        return constant is { Kind: TypedConstantKind.Type }
            ? OwnLoss(constant.Value as ITypeSymbol, location)
            : new LossSpec(Enumeration<Loss>(constant, location));
    }

    private ActivationSpec ReadActivation(TypedConstant constant, int index)
    {
        Location location = arguments.LocationOf(ActivationsParameter, index);
        if (constant.Kind == TypedConstantKind.Type)
        {
            ITypeSymbol? type = constant.Value as ITypeSymbol;
            string own = Own(type, KnownNames.Activation, "an activation", location);
            return new ActivationSpec(default, own, type?.Name) { Alias = Alias(type, own) };
        }

        if (constant is { Kind: TypedConstantKind.Enum, Type.Name: nameof(Activation) })
        {
            return new ActivationSpec(Enumeration<Activation>(constant, location));
        }

        reporter.Report(Descriptors.InvalidOperator, location, constant.Value ?? "null", "an activation", "name a member of Activation or the type of a struct");
        return new ActivationSpec(default);
    }

    private LossSpec OwnLoss(ITypeSymbol? type, Location location)
    {
        string own = Own(type, KnownNames.Loss, "a loss", location);
        return new LossSpec(default, own, type?.Name) { Alias = Alias(type, own) };
    }

    /// <summary>The short name, numbered where operators of different namespaces share it.</summary>
    private string Alias(ITypeSymbol? type, string own)
    {
        string name = $"Own{type?.Name}";
        if (!_ownTypes.TryGetValue(name, out List<string>? types))
        {
            _ownTypes.Add(name, types = []);
        }

        if (!types.Contains(own))
        {
            types.Add(own);
        }

        int index = types.IndexOf(own);
        return index == 0 ? name : name + (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    private T Enumeration<T>(TypedConstant constant, Location location)
        where T : struct, Enum
    {
        if (constant.Value is int value && Enum.IsDefined(typeof(T), value))
        {
            return (T)Enum.ToObject(typeof(T), value);
        }

        reporter.Report(Descriptors.UndefinedValue, location, constant.Value ?? "null", typeof(T).Name);
        return default;
    }

    /// <summary>The closed, fully qualified name of a user's operator.</summary>
    private string Own(ITypeSymbol? type, string contract, string role, Location location)
    {
        string number = precision == Precision.Single ? "float" : "double";
        if (type is not INamedTypeSymbol named)
        {
            return Invalid(type?.ToDisplayString() ?? "null", "it is not a struct");
        }

        if (Problem(named, contract, number) is { } problem)
        {
            return Invalid(named.ToDisplayString(), problem);
        }

        return Closed(named);

        string Invalid(string name, string problem)
        {
            reporter.Report(Descriptors.InvalidOperator, location, name, role, problem);
            return "";
        }
    }

    private string? Problem(INamedTypeSymbol type, string contract, string number) => type switch
    {
        { TypeKind: not TypeKind.Struct } => "it is not a struct",
        { IsRefLikeType: true } => "it is a ref struct",
        { IsUnboundGenericType: true, Arity: > 1 } => "it has more than one type parameter",
        _ when !IsAccessible(type) => "generated code cannot access it; make it internal or public",
        _ when !Implements(type, contract) => $"it does not implement {KnownNames.Namespace}.{contract}<{number}>",
        _ => null,
    };

    private bool Implements(INamedTypeSymbol type, string contract) => type.OriginalDefinition.AllInterfaces.Any(candidate =>
        candidate is { Arity: 1, MetadataName: var name }
        && name == contract + "`1"
        && candidate.ContainingNamespace.ToDisplayString() == KnownNames.Namespace
        && IsNumber(type, candidate.TypeArguments[0]));

    /// <summary>Whether the interface is for the network's number type once an open struct is closed with it.</summary>
    private bool IsNumber(INamedTypeSymbol type, ITypeSymbol argument)
    {
        if (argument is ITypeParameterSymbol parameter)
        {
            return type.IsUnboundGenericType || (type.TypeArguments.Length > parameter.Ordinal && type.TypeArguments[parameter.Ordinal].SpecialType == Number);
        }

        return argument.SpecialType == Number;
    }

    private bool IsAccessible(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            bool isVisible = current.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
            bool isOther = !SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, network.ContainingAssembly);
            if (!isVisible || current.IsFileLocal || (isOther && current.DeclaredAccessibility != Accessibility.Public))
            {
                return false;
            }
        }

        return true;
    }

    private string Closed(INamedTypeSymbol type)
    {
        string number = precision == Precision.Single ? "float" : "double";
        return type.IsUnboundGenericType
            ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace("<>", $"<{number}>")
            : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
    }
}
