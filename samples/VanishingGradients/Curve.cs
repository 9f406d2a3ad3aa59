using Charts;
using NetGen;

namespace VanishingGradients;

/// <summary>An activation and its derivative, by the library's own operators.</summary>
/// <typeparam name="TActivation">The activation.</typeparam>
internal static class Curve<TActivation>
    where TActivation : struct, IActivation<double>
{
    private const double Range = 5;
    private const int Steps = 120;

    public static double Value(double z) => TActivation.Invoke<double, SimdScalar<double>>(z);

    public static double Derivative(double z) => TActivation.Derivative<double, SimdScalar<double>>(z, Value(z));

    /// <summary>Both from −5 to 5.</summary>
    public static LineChart Draw(string name) => new(
        name, "z", "", Series.Of("a", -Range, Range, Steps, Value), Series.Of("da/dz", -Range, Range, Steps, Derivative));

    /// <summary>The derivative of f(f(…f(1))) for 1 to so many applications: the product of the derivatives on the way.</summary>
    public static Series ByDepth(string name, int depth)
    {
        List<double> derivatives = [];
        (double value, double derivative) = (1, 1);
        for (int i = 0; i < depth; i++)
        {
            derivative *= Derivative(value);
            value = Value(value);
            derivatives.Add(derivative);
        }

        return Series.Of(name, derivatives);
    }
}
