using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Frontend.Calls;

/// <summary>The length of an array or a span where the code itself fixes it: null means that it is not known.</summary>
internal sealed class ConstantLength
{
    // Code that does not compile may define two locals by each other.
    private readonly HashSet<ISymbol> _locals = new(SymbolEqualityComparer.Default);

    public int? Of(IOperation? value) => value switch
    {
        IConversionOperation conversion when IsArrayOrSpan(conversion.Type) => OfConverted(conversion.Operand),
        IDefaultValueOperation => 0,
        ICollectionExpressionOperation collection => OfElements(collection),
        IArrayCreationOperation { DimensionSizes.Length: 1 } array => Constants.Number(array.DimensionSizes[0]),
        ILocalReferenceOperation reference => OfLocal(reference),
        IArrayElementReferenceOperation { Indices.Length: 1 } element => Slices.OfRange(element.Indices[0], Of(element.ArrayReference)),
        IImplicitIndexerReferenceOperation indexer => Slices.OfRange(indexer.Argument, Of(indexer.Instance)),
        IInvocationOperation call => OfCall(call),
        IObjectCreationOperation { Type: { } type } creation when SpanTypes.IsSpan(type) => OfPart(creation.Arguments),
        IPropertyReferenceOperation { Property: { Name: "Empty", IsStatic: true, ContainingType: { } type } } when SpanTypes.IsSpan(type) => 0,
        { Kind: OperationKind.None } => OfStackAllocation(value),
        _ => null,
    };

    private int? OfConverted(IOperation operand)
    {
        if (operand.ConstantValue is { HasValue: true, Value: null })
        {
            return 0;
        }

        // A collection expression and a stackalloc have no type of their own.
        return operand.Type is null || IsArrayOrSpan(operand.Type) || operand.Kind == OperationKind.None ? Of(operand) : null;
    }

    private static bool IsArrayOrSpan(ITypeSymbol? type) => type is IArrayTypeSymbol || (type is not null && SpanTypes.IsSpan(type));

    private int? OfElements(ICollectionExpressionOperation collection)
    {
        int? length = 0;
        foreach (IOperation element in collection.Elements)
        {
            length += element is ISpreadOperation spread ? Of(spread.Operand) : 1;
        }

        return length;
    }

    private int? OfLocal(ILocalReferenceOperation reference)
    {
        if (!_locals.Add(reference.Local))
        {
            return null;
        }

        int? length = Of(Locals.OnlyValue(reference));
        _locals.Remove(reference.Local);
        return length;
    }

    private int? OfCall(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Slice", ContainingType: { } type } when SpanTypes.IsSpan(type) => Slices.OfPart(call.Arguments, Of(call.Instance)),
        { Name: "AsSpan", ContainingType: { } type } when SpanTypes.IsIn(type, "MemoryExtensions") => OfPart(call.Arguments),
        { Name: "CreateSpan" or "CreateReadOnlySpan", ContainingType: { } type } when SpanTypes.IsIn(type, "MemoryMarshal") => OfPart(call.Arguments),
        { Name: "AllocateArray" or "AllocateUninitializedArray", ContainingType: { } type } when SpanTypes.IsIn(type, "GC") => OfPart(call.Arguments),
        { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } => 0,
        _ => null,
    };

    private int? OfPart(ImmutableArray<IArgumentOperation> arguments)
    {
        IArgumentOperation? array = arguments.FirstOrDefault(argument => argument.Parameter?.Name == "array");
        return arguments.Length == 1 && arguments[0].Parameter?.Name == "reference" ? 1 : Slices.OfPart(arguments, Of(array?.Value));
    }

    /// <summary>The compiler has no operation for <c>stackalloc</c>, only syntax.</summary>
    private static int? OfStackAllocation(IOperation value) => value.Syntax switch
    {
        ImplicitStackAllocArrayCreationExpressionSyntax array => array.Initializer.Expressions.Count,
        StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count,
        StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { RankSpecifiers: { Count: 1 } ranks } } when ranks[0].Sizes.Count == 1 =>
            Constants.Number(value.SemanticModel?.GetConstantValue(ranks[0].Sizes[0])),
        _ => null,
    };
}
