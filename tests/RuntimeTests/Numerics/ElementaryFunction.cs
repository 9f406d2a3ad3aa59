namespace NetGen.RuntimeTests.Numerics;

/// <summary>An elementary function under test, with its yardsticks and the bounds that its documentation states.</summary>
public abstract record ElementaryFunction(string Name, double SingleBound, double DoubleBound, Func<double, double> Reference, Func<double, DoubleDouble> Exact)
{
    public static IReadOnlyList<ElementaryFunction> All { get; } =
    [
        new ElementaryFunction<Operators.Exp<float>, Operators.Exp<double>>("exp", 2, 2, Math.Exp, Numerics.Exact.Exp),
        new ElementaryFunction<Operators.Tanh<float>, Operators.Tanh<double>>("tanh", 2, 3, Math.Tanh, Numerics.Exact.Tanh),
        new ElementaryFunction<Operators.Sigmoid<float>, Operators.Sigmoid<double>>("sigmoid", 2, 3, Numerics.Reference.Sigmoid, Numerics.Exact.Sigmoid),
        new ElementaryFunction<Operators.Expm1<float>, Operators.Expm1<double>>("expm1", 2, 3, Numerics.Reference.Expm1, Numerics.Exact.Expm1),
        new ElementaryFunction<Operators.Log<float>, Operators.Log<double>>("log", 2, 2, Math.Log, Numerics.Exact.Log),
        new ElementaryFunction<Operators.Log1p<float>, Operators.Log1p<double>>("log1p", 2, 3, Numerics.Reference.Log1p, Numerics.Exact.Log1p),
        new ElementaryFunction<Operators.Softplus<float>, Operators.Softplus<double>>("softplus", 3, 3, Numerics.Reference.Softplus, Numerics.Exact.Softplus),
        new ElementaryFunction<Operators.Erf<float>, Operators.Erf<double>>("erf", 2, 3, Numerics.Reference.Erf, Numerics.Exact.Erf),
    ];

    /// <summary>The function of that name.</summary>
    public static ElementaryFunction Named(string name) => All.Single(f => f.Name == name);

    /// <summary>y = f(x) at one width; the length is a multiple of 16.</summary>
    public abstract void Run(Width width, ReadOnlySpan<float> x, Span<float> y);

    /// <inheritdoc cref="Run(Width, ReadOnlySpan{float}, Span{float})"/>
    public abstract void Run(Width width, ReadOnlySpan<double> x, Span<double> y);

    public sealed override string ToString() => Name;
}

/// <inheritdoc cref="ElementaryFunction"/>
public sealed record ElementaryFunction<TSingle, TDouble>(string Name, double SingleBound, double DoubleBound, Func<double, double> Reference, Func<double, DoubleDouble> Exact)
    : ElementaryFunction(Name, SingleBound, DoubleBound, Reference, Exact)
    where TSingle : struct, IActivation<float>
    where TDouble : struct, IActivation<double>
{
    public override void Run(Width width, ReadOnlySpan<float> x, Span<float> y) => Function.Run<TSingle, float>(width, x, y);

    public override void Run(Width width, ReadOnlySpan<double> x, Span<double> y) => Function.Run<TDouble, double>(width, x, y);
}
