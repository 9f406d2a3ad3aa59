using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Frontend;

/// <summary>Receives the errors of a declaration. The generator only counts them, the analyzer reports them.</summary>
internal sealed class Reporter(Action<Diagnostic>? sink)
{
    public bool HasErrors { get; private set; }

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
    {
        HasErrors = true;
        sink?.Invoke(Diagnostic.Create(descriptor, location, arguments));
    }
}
