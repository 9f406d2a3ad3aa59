namespace NetGen.RuntimeTests.Numerics;

/// <summary>The vectors that every operator runs at; those that the machine lacks run in software.</summary>
public enum Width
{
    Vector512,
    Vector256,
    Vector128,
    Vector,
    Scalar,
}
