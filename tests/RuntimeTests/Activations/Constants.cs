namespace NetGen.RuntimeTests.Activations;

public readonly struct Hundredth : IConstant<float>, IConstant<double>
{
    static float IConstant<float>.Value => 0.01f;

    static double IConstant<double>.Value => 0.01;
}

public readonly struct Half : IConstant<float>, IConstant<double>
{
    static float IConstant<float>.Value => 0.5f;

    static double IConstant<double>.Value => 0.5;
}

public readonly struct One : IConstant<float>, IConstant<double>
{
    static float IConstant<float>.Value => 1;

    static double IConstant<double>.Value => 1;
}

public readonly struct Zero : IConstant<float>, IConstant<double>
{
    static float IConstant<float>.Value => 0;

    static double IConstant<double>.Value => 0;
}

public readonly struct MinusHalf : IConstant<float>, IConstant<double>
{
    static float IConstant<float>.Value => -0.5f;

    static double IConstant<double>.Value => -0.5;
}
