using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>
/// Writes a pass over a narrow matrix W of which a vector holds several rows, for a single row of gradients: dx = dz · Wᵀ, W += xᵀ · dz,
/// or both.
/// </summary>
internal sealed class PackedPassWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
    : KernelWriter(writer, kernel, tiling, number)
{
    private readonly PackedVector _packed = new(tiling.Packing!, kernel.Shape.Columns, number);

    private int Columns => Kernel.Shape.Columns;

    private bool HasUpdate => Kernel.Shape.Form is MatMulForm.Step or MatMulForm.OuterSum;

    private bool HasGradient => Kernel.Shape.Form is MatMulForm.Step or MatMulForm.ProductTransposed;

    private string Gradients => HasUpdate ? "dz" : "xs";

    private int Inner => Kernel.Shape.Inner;

    /// <summary>The rows of W that whole vectors hold; those behind are for the caller to update.</summary>
    public int Whole => Inner - (Inner % _packed.Rows);

    /// <summary>
    /// Writes the statements, for all rows of <see cref="Whole"/>. Where nothing is updated the last vector starts earlier, and some
    /// results are computed twice, so that none are left.
    /// </summary>
    public void Write()
    {
        VectorType row = Number.Vector(Columns <= 16 / Number.Bytes ? 16 / Number.Bytes : 32 / Number.Bytes);
        Writer.Line(_packed.CycleConstant);
        if (HasUpdate)
        {
            Writer.Line(_packed.SpreadConstant);
        }

        foreach (string constant in HasGradient ? _packed.PickConstants : [])
        {
            Writer.Line(constant);
        }

        Writer.Line($"{_packed.Type.Name} d = {_packed.Cycled(row.LoadPieces(Gradients, "0"), row)};");
        bool overlaps = !HasUpdate && Whole < Inner;
        string index = overlaps ? "t" : "i";
        using (Writer.Block($"for (nuint {index} = 0; {index} < {Literal.Of(overlaps ? Inner : Whole)}; {index} += {Literal.Of(_packed.Rows)})"))
        {
            if (overlaps)
            {
                Writer.Line($"nuint i = nuint.Min(t, {Literal.Of(Inner - _packed.Rows)});");
            }

            Writer.Line($"ref {T} w = ref Unsafe.Add(ref weights, {Times("i", Columns)});");
            Writer.Line($"{_packed.Type.Name} packed = {_packed.Type.Load("w", "0")};");
            if (HasUpdate)
            {
                Writer.Line($"{_packed.Elements.Name} e = {_packed.Elements.Load("x", "i")};");
            }

            if (HasGradient)
            {
                WriteGradient();
            }

            if (HasUpdate)
            {
                string updated = _packed.Type.MultiplyAdd(_packed.Spread("e"), "d", "packed");
                Writer.Line(_packed.Filled < _packed.Type.Lanes
                    ? _packed.Type.StorePartial(updated, "w", "0", _packed.Filled)
                    : _packed.Type.Store(updated, "w", "0"));
            }
        }
    }

    private void WriteGradient()
    {
        Writer.Line($"{_packed.Type.Name} products = packed * d;");
        string sum = string.Join(" + ", Enumerable.Range(0, Columns).Select(column => _packed.Picked("products", column)));
        string value = Kernel.Derivative is { } derivative ? $"DerivativeProduct<{derivative.Alias}, {T}>.Invoke({sum}, e, e)" : $"({sum})";
        Writer.Line(_packed.Elements.Store(value, HasUpdate ? "dx" : "ys", "i"));
    }
}
