namespace NetGen.RuntimeTests.Losses;

public readonly struct HuberDelta : IConstant<float>, IConstant<double>
{
    static float IConstant<float>.Value => (float)Oracle.HuberDelta;

    static double IConstant<double>.Value => Oracle.HuberDelta;
}

public readonly struct Margin : IConstant<float>, IConstant<double>
{
    static float IConstant<float>.Value => (float)Oracle.Margin;

    static double IConstant<double>.Value => Oracle.Margin;
}
