using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Frontend.Calls;

/// <summary>Finds what a local stands for.</summary>
internal static class Locals
{
    /// <summary>The initial value of a local that nothing else can assign, or null.</summary>
    public static IOperation? OnlyValue(ILocalReferenceOperation reference)
    {
        ILocalSymbol local = reference.Local;
        IOperation? value = null;
        foreach (IOperation operation in Root(reference).DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation declarator && IsSame(declarator.Symbol, local))
            {
                value = declarator.GetVariableInitializer()?.Value;
            }
            else if (operation is ILocalReferenceOperation other && IsSame(other.Local, local) && MayBeAssigned(other))
            {
                return null;
            }
        }

        return local.IsRef ? null : value;
    }

    private static bool IsSame(ILocalSymbol left, ILocalSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static IOperation Root(IOperation operation)
    {
        IOperation root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }

    /// <summary>Whether a use is none of those that only read.</summary>
    private static bool MayBeAssigned(ILocalReferenceOperation use) => use.Parent switch
    {
        IArgumentOperation { Parameter.RefKind: RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter } => false,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: false } } => false,
        ISimpleAssignmentOperation assignment => assignment.IsRef || assignment.Target == use,
        IConversionOperation or IInvocationOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation => false,
        IImplicitIndexerReferenceOperation or IForEachLoopOperation or IReturnOperation or INameOfOperation => false,
        IBinaryOperation or ISpreadOperation or ICollectionExpressionOperation or IExpressionStatementOperation => false,
        _ => true,
    };
}
