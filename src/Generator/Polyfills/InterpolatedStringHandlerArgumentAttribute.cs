namespace System.Runtime.CompilerServices;

/// <summary>Says what a handler of interpolated strings is constructed from; the compiler asks for it, .NET Standard 2.0 lacks it.</summary>
/// <param name="argument">The name of a parameter, or an empty string for the receiver.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class InterpolatedStringHandlerArgumentAttribute(string argument) : Attribute
{
    public string[] Arguments { get; } = [argument];
}
