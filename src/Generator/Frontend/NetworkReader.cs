using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Frontend.Surface;
using NetGen.Generator.Model;

namespace NetGen.Generator.Frontend;

/// <summary>Reads what a type declares for the generator: a network, a stub where the declaration is wrong, or nothing.</summary>
internal static class NetworkReader
{
    private static readonly ReadNetwork Nothing = new(null, null);

    public static ReadNetwork Read(Candidate candidate, CancellationToken cancellation)
    {
        if (candidate.Symbol(cancellation) is not { } type
            || NetworkAttributes.On(type).FirstOrDefault() is not { } attribute
            || !IsOn(attribute, candidate.Type, cancellation))
        {
            return Nothing;
        }

        NetworkDeclaration? network = NetworkAttributes.AreSeveralOn(type)
            ? null
            : AttributeReader.Read(type, attribute, new Reporter(null), cancellation);
        return network is null
            ? new ReadNetwork(null, new StubReader(type, attribute, cancellation).Read())
            : new ReadNetwork(network with { AllowsUnsafe = candidate.AllowsUnsafe, SharesFile = candidate.IsOneOfMany }, null);
    }

    /// <summary>Whether an attribute stands at this part of the type: the other parts are found too.</summary>
    private static bool IsOn(AttributeData attribute, TypeDeclarationSyntax syntax, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == syntax.SyntaxTree
        && reference.GetSyntax(cancellation).Parent?.Parent == syntax;
}
