namespace NetGen.Generator.Schedule;

/// <summary>Facts about vectors that choices are made from.</summary>
/// <param name="Family">The version of the kernels.</param>
/// <param name="ElementBytes">Bytes of a number: 4 or 8.</param>
internal sealed record Target(VectorFamily Family, int ElementBytes)
{
    /// <summary>Bits of the widest vector a fixed-width segment may use: in portable code 128, which every machine has.</summary>
    public int WidestFixedLanes => Family == VectorFamily.Wide ? LanesOf512(ElementBytes) : NarrowestLanes;

    /// <summary>The elements of 512 bits.</summary>
    public static int LanesOf512(int elementBytes) => 64 / elementBytes;

    /// <summary>The elements of the widest vector; in portable code of <c>Vector&lt;T&gt;</c> on most machines, where it has 256 bits.</summary>
    public int UsualLanes => Family == VectorFamily.Wide ? WidestFixedLanes : LanesOf512(ElementBytes) / 2;

    public int NarrowestLanes => 16 / ElementBytes;

    /// <summary>Whether two elements can be moved at once, as the lower half of a 128-bit vector of four.</summary>
    public bool HasPairs => ElementBytes == 4;

    /// <summary>
    /// From this row length on portable kernels walk with <c>Vector&lt;T&gt;</c>, which is then never longer than the row.
    /// </summary>
    public int PortableMinimum => 64 / ElementBytes;

    public bool UsesVectorT(int columns) => Family == VectorFamily.Portable && columns >= PortableMinimum;

    public static Target Of(VectorFamily family, Precision precision) => new(family, precision == Precision.Single ? 4 : 8);
}
