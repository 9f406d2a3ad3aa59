using NetGen.Data;

/// <summary>Points of the plane, spread evenly by multiples of the golden ratio's powers.</summary>
internal static class Points
{
    private const int Count = 240;
    private const int Sectors = 3;

    public static double[] Coordinates { get; } =
        [.. Enumerable.Range(1, Count).SelectMany(i => new[] { Spread(i, 0.7548776662466927), Spread(i, 0.5698402909980532) })];

    public static Dataset<double> InDisc => Dataset<double>.WithTargets(
        Coordinates, 2, Rows.Select(p => (p.X * p.X) + (p.Y * p.Y) < 0.5 ? 1.0 : 0.0).ToArray(), 1);

    public static Dataset<float> InSectors => Dataset<float>.WithLabels(
        Coordinates.Select(x => (float)x).ToArray(), 2, Rows.Select(p => Sector(p.X, p.Y)).ToArray(), Sectors);

    public static Dataset<double> Rotated => Dataset<double>.WithTargets(
        Coordinates, 2, Rows.SelectMany(p => new[] { (0.6 * p.X) - (0.4 * p.Y), (0.4 * p.X) + (0.6 * p.Y) }).ToArray(), 2);

    private static IEnumerable<(double X, double Y)> Rows => Coordinates.Chunk(2).Select(p => (p[0], p[1]));

    private static int Sector(double x, double y) => Math.Min(Sectors - 1, (int)((Math.Atan2(y, x) + Math.PI) * Sectors / (2 * Math.PI)));

    private static double Spread(int i, double step) => (2 * (i * step % 1)) - 1;
}
