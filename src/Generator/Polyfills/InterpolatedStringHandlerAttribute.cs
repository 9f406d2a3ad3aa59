namespace System.Runtime.CompilerServices;

/// <summary>Marks a handler of interpolated strings; the compiler asks for it, .NET Standard 2.0 lacks it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
