using System.Globalization;

namespace NetGen.Peers.Reporting;

/// <summary>Writes times with three digits and a unit.</summary>
internal static class Duration
{
    public static string Of(double nanoseconds) => nanoseconds switch
    {
        < 1e3 => Digits(nanoseconds) + " ns",
        < 1e6 => Digits(nanoseconds / 1e3) + " µs",
        _ => Digits(nanoseconds / 1e6) + " ms",
    };

    private static string Digits(double value) =>
        value.ToString(value < 9.995 ? "F2" : value < 99.95 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
