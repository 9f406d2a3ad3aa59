using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.GeneratorTests.Harness;

/// <summary>Everything runs under Finnish: a comma in numbers and U+2212 as the minus sign bring culture bugs to light.</summary>
internal static class TestCulture
{
    public static readonly CultureInfo Finnish = new("fi-FI");

    [ModuleInitializer]
    internal static void UseFinnish()
    {
        CultureInfo.DefaultThreadCurrentCulture = Finnish;
        CultureInfo.CurrentCulture = Finnish;
    }

    /// <summary>Runs <paramref name="function"/> under another culture.</summary>
    public static T Under<T>(CultureInfo culture, Func<T> function)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return function();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
