using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Frontend;

/// <summary>
/// Reads a declaration and checks it. The generator and the analyzer both run it: what it reports is what keeps a
/// network from being generated.
/// </summary>
internal sealed class AttributeReader
{
    private readonly INamedTypeSymbol _type;
    private readonly AttributeData _attribute;
    private readonly AttributeArguments _arguments;
    private readonly Reporter _reporter;
    private readonly CancellationToken _cancellation;

    private AttributeReader(INamedTypeSymbol type, AttributeData attribute, Reporter reporter, CancellationToken cancellation)
    {
        _type = type;
        _attribute = attribute;
        _arguments = new AttributeArguments(attribute, cancellation);
        _reporter = reporter;
        _cancellation = cancellation;
    }

    /// <summary>The declaration, or null where it is wrong.</summary>
    public static NetworkDeclaration? Read(INamedTypeSymbol type, AttributeData attribute, Reporter reporter, CancellationToken cancellation)
    {
        // The compiler itself reports an attribute that binds to no constructor, and a class without a name.
        return attribute.AttributeConstructor is null || !TargetFit.IsNamed(type) || attribute.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Error)
            ? null
            : new AttributeReader(type, attribute, reporter, cancellation).Read();
    }

    private NetworkDeclaration? Read()
    {
        TargetType target = new TargetReader(_type, _reporter, _cancellation).Read();
        NetworkOptions options = new OptionsReader(_arguments, _reporter).Read();
        SizesReader sizes = new(_arguments, _reporter);
        EquatableArray<int> layerSizes = sizes.Read();
        OperatorReader operators = new(_type, _arguments, _reporter, options.Precision);
        EquatableArray<ActivationSpec> activations = operators.ReadActivations(layerSizes.Count);
        LossSpec loss = operators.ReadLoss(_attribute);
        sizes.CheckParameterCount(layerSizes, options);
        if (_reporter.HasErrors)
        {
            return null;
        }

        NetworkDeclaration declaration = new(target, layerSizes, activations, loss, options);
        new TrainingChecks(declaration, _arguments, _reporter).Check();
        return declaration;
    }
}
