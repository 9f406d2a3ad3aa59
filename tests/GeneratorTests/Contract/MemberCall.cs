namespace NetGen.GeneratorTests.Contract;

/// <summary>One member with its arguments at hand: <see cref="Run"/> allocates nothing and leaves all it computed in <see cref="Result"/>.</summary>
internal sealed record MemberCall<T>(string Member, T[] Result, Action Run);
