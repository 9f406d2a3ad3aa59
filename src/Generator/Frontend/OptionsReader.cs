using System.Globalization;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Frontend;

/// <summary>Reads and checks the named properties.</summary>
internal sealed class OptionsReader(AttributeArguments arguments, Reporter reporter)
{
    public NetworkOptions Read()
    {
        NetworkOptions defaults = new();
        return new NetworkOptions
        {
            Precision = Enumeration(nameof(NetworkOptions.Precision), defaults.Precision),
            Initializer = Enumeration(nameof(NetworkOptions.Initializer), defaults.Initializer),
            Reduction = Enumeration(nameof(NetworkOptions.Reduction), defaults.Reduction),
            Bias = arguments.Named(nameof(NetworkOptions.Bias))?.Value as bool? ?? defaults.Bias,
            LeakyReLUSlope = Number(nameof(NetworkOptions.LeakyReLUSlope), defaults.LeakyReLUSlope),
            ELUAlpha = Number(nameof(NetworkOptions.ELUAlpha), defaults.ELUAlpha),
            ReLUGradientAtZero = Number(nameof(NetworkOptions.ReLUGradientAtZero), defaults.ReLUGradientAtZero),
            HuberDelta = Number(nameof(NetworkOptions.HuberDelta), defaults.HuberDelta, mustBePositive: true),
            HingeMargin = Number(nameof(NetworkOptions.HingeMargin), defaults.HingeMargin),
        };
    }

    private T Enumeration<T>(string property, T fallback)
        where T : struct, Enum
    {
        if (arguments.Named(property) is not { } argument)
        {
            return fallback;
        }

        if (argument.Value is int value && Enum.IsDefined(typeof(T), value))
        {
            return (T)Enum.ToObject(typeof(T), value);
        }

        reporter.Report(Descriptors.UndefinedValue, arguments.LocationOfNamed(property), argument.Value ?? "null", typeof(T).Name);
        return fallback;
    }

    private double Number(string property, double fallback, bool mustBePositive = false)
    {
        if (arguments.Named(property)?.Value is not double value)
        {
            return fallback;
        }

        bool isFinite = !double.IsNaN(value) && !double.IsInfinity(value);
        if (!isFinite || (mustBePositive && value <= 0))
        {
            string expected = mustBePositive ? "a finite number above 0" : "a finite number";
            reporter.Report(Descriptors.InvalidOption, arguments.LocationOfNamed(property), property, expected, value.ToString(CultureInfo.InvariantCulture));
        }

        return value;
    }
}
