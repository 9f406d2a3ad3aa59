using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Frontend;

/// <summary>The arguments of an attribute as values, with the places where they are written.</summary>
internal sealed class AttributeArguments
{
    private readonly AttributeData _attribute;
    private readonly AttributeSyntax? _syntax;

    public AttributeArguments(AttributeData attribute, CancellationToken cancellation)
    {
        _attribute = attribute;
        _syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
    }

    public Location AttributeLocation => _syntax?.GetLocation() ?? Location.None;

    /// <summary>The value of a constructor parameter, or null where the constructor has none of that name.</summary>
    public TypedConstant? Constructor(string parameter)
    {
        int index = ParameterIndex(parameter);
        return index >= 0 && index < _attribute.ConstructorArguments.Length ? _attribute.ConstructorArguments[index] : null;
    }

    public TypedConstant? Named(string property)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in _attribute.NamedArguments)
        {
            if (argument.Key == property)
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>Where a constructor argument is written.</summary>
    public Location LocationOf(string parameter) => ArgumentOf(parameter)?.Expression.GetLocation() ?? AttributeLocation;

    /// <summary>Where an element of an array argument is written, or the whole argument where that cannot be told.</summary>
    public Location LocationOf(string parameter, int element)
    {
        IReadOnlyList<SyntaxNode> elements = ArgumentOf(parameter)?.Expression switch
        {
            CollectionExpressionSyntax collection => [.. collection.Elements],
            ImplicitArrayCreationExpressionSyntax array => [.. array.Initializer.Expressions],
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
            _ => [],
        };
        return element < elements.Count ? elements[element].GetLocation() : LocationOf(parameter);
    }

    public Location LocationOfNamed(string property) => ExpressionOfNamed(property)?.GetLocation() ?? AttributeLocation;

    /// <summary>What is written for a property, or an empty string.</summary>
    public string TextOfNamed(string property) => ExpressionOfNamed(property)?.ToString() ?? "";

    private ExpressionSyntax? ExpressionOfNamed(string property) => _syntax?.ArgumentList?.Arguments
        .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property)?.Expression;

    private AttributeArgumentSyntax? ArgumentOf(string parameter)
    {
        if (_syntax?.ArgumentList is not { } list)
        {
            return null;
        }

        AttributeArgumentSyntax? named = list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter);
        int index = ParameterIndex(parameter);
        AttributeArgumentSyntax? positional = index >= 0 && index < list.Arguments.Count ? list.Arguments[index] : null;
        return named ?? (positional is { NameColon: null, NameEquals: null } ? positional : null);
    }

    private int ParameterIndex(string parameter)
    {
        if (_attribute.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < constructor.Parameters.Length; i++)
            {
                if (constructor.Parameters[i].Name == parameter)
                {
                    return i;
                }
            }
        }

        return -1;
    }
}
