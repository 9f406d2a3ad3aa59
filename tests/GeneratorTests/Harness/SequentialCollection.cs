namespace NetGen.GeneratorTests.Harness;

/// <summary>Tests that run alone, after all others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class SequentialCollection
{
    public const string Name = "sequential";
}
