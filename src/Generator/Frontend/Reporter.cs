using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Frontend;

/// <summary>Receives what is wrong with a declaration. The generator only asks for errors, the analyzer reports everything.</summary>
internal sealed class Reporter(Action<Diagnostic>? sink)
{
    public bool HasErrors { get; private set; }

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments)
    {
        HasErrors = true;
        sink?.Invoke(Diagnostic.Create(descriptor, location, arguments));
    }

    /// <summary>Reports what does not keep the network from being generated.</summary>
    public void Warn(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        sink?.Invoke(Diagnostic.Create(descriptor, location, arguments));
}
