using Microsoft.CodeAnalysis;
using NetGen.Generator.Graph;
using NetGen.Generator.Model;

namespace NetGen.Generator.Frontend;

/// <summary>Reads what a wrong or half-typed declaration still says.</summary>
internal sealed class StubReader(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellation)
{
    private readonly AttributeArguments _arguments = new(attribute, cancellation);
    private readonly Reporter _silent = new(null);

    /// <summary>The stub, or null where no member can be added to the type.</summary>
    public StubDeclaration? Read()
    {
        if (!TargetFit.IsNamed(type) || !TargetFit.IsExtensible(type))
        {
            return null;
        }

        NetworkOptions options = new OptionsReader(_arguments, _silent).Read();
        EquatableArray<int> sizes = new SizesReader(_arguments, _silent).Read();
        TargetType target = new TargetReader(type, _silent, cancellation).Read();
        return new StubDeclaration(target, TargetReader.Declaration(type), PrecisionOf(options), Size(sizes, 0), Size(sizes, sizes.Count - 1))
        {
            TakesLabels = TakesLabels(options),
            TakesConstructor = TargetFit.TakesConstructor(type, cancellation) && !type.InstanceConstructors.Any(TargetReader.IsSeeded),
            TakenNames = new EquatableArray<string>(TargetReader.Conflicts(type).Select(conflict => conflict.Name).Append(type.Name).Distinct()),
        };
    }

    /// <summary>The precision, by its text where the attribute binds to no constructor yet.</summary>
    private Precision PrecisionOf(NetworkOptions options) =>
        attribute.AttributeConstructor is null && _arguments.TextOfNamed(nameof(NetworkOptions.Precision)).EndsWith(nameof(Precision.Double), StringComparison.Ordinal)
            ? Precision.Double
            : options.Precision;

    private bool TakesLabels(NetworkOptions options)
    {
        Reporter reporter = new(null);
        LossSpec loss = new OperatorReader(type, _arguments, reporter, options.Precision).ReadLoss(attribute);
        return attribute.AttributeConstructor is null || reporter.HasErrors || LossFacts.Of(loss).TakesLabels;
    }

    private static int Size(EquatableArray<int> sizes, int index) => index >= 0 && index < sizes.Count && sizes[index] > 0 ? sizes[index] : 1;
}
