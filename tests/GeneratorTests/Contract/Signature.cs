namespace NetGen.GeneratorTests.Contract;

/// <summary>A span parameter: its name, the length that fits, the number that a message about a wrong length must state, and whether it is written.</summary>
internal sealed record SpanParameter(string Name, int Length, int Stated, bool IsWritten);

/// <summary>A member as the argument checks see it. Class labels stand as numbers and are passed as zeros.</summary>
internal sealed record Signature<T>(string Member, SpanParameter[] Parameters, Action<Memory<T>[]> Invoke);
