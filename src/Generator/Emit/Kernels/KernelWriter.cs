using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit.Kernels;

/// <summary>What the emitters of one kernel's version share: its text, its types, its loops over columns.</summary>
internal abstract class KernelWriter(SourceWriter writer, MatMulKernel kernel, MatMulTiling tiling, NumberType number)
{
    protected SourceWriter Writer => writer;

    protected MatMulKernel Kernel => kernel;

    protected MatMulTiling Tiling => tiling;

    protected NumberType Number => number;

    protected string T => number.Name;

    /// <summary>The suffix of the methods of this version.</summary>
    protected string Suffix => KernelText.Suffix(kernel, tiling, number);

    /// <summary>Writes the body for each group of a column plan, in the loops that repeat it.</summary>
    /// <param name="plan">How the row is cut.</param>
    /// <param name="body">Writes the body.</param>
    /// <param name="isAccumulated">Whether lanes that two vectors cover may be counted once only.</param>
    protected void ForEachGroup(ColumnPlan plan, Action<IReadOnlyList<Column>> body, bool isAccumulated = false)
    {
        if (plan.UsesVectorT)
        {
            ForEachVectorT(plan, body, isAccumulated);
            return;
        }

        foreach (ColumnGroup group in plan.Groups)
        {
            if (group.IsLoop || plan.Groups.Count == 1)
            {
                WriteGroup(group, 0, body);
                continue;
            }

            using (writer.Block(Remark(group)))
            {
                WriteGroup(group, 0, body);
            }
        }
    }

    /// <summary>The first group of a long row, which stays in registers.</summary>
    protected IReadOnlyList<Column> HeldColumns() => Columns(tiling.Plan.Groups[0], 0);

    /// <summary>Writes the body for each group of a long row behind the first, in its loop; the names of columns are numbered on.</summary>
    protected void ForEachOtherGroup(Action<IReadOnlyList<Column>> body)
    {
        int written = tiling.Plan.Groups[0].Segments.Count;
        foreach (ColumnGroup group in tiling.Plan.Groups.Skip(1))
        {
            WriteGroup(group, written, body);
            written += group.Segments.Count;
        }
    }

    /// <summary>Writes the body for a group, in the loop that repeats it, with columns numbered from <paramref name="first"/>.</summary>
    private void WriteGroup(ColumnGroup group, int first, Action<IReadOnlyList<Column>> body)
    {
        if (!group.IsLoop)
        {
            body(Columns(group, first));
            return;
        }

        using (writer.Block($"for (nuint o = {Literal.Of(group.Start)}; o < {Literal.Of(group.End)}; o += {Literal.Of(group.Stride)})"))
        {
            body(Columns(group, first));
        }
    }

    private IReadOnlyList<Column> Columns(ColumnGroup group, int first) =>
        [.. group.Segments.Select((segment, index) => Fixed(segment, first + index, group.IsLoop ? "o" : null))];

    /// <summary>Broadcasts an element for each vector type of the row; <see cref="Broadcast"/> names the variables.</summary>
    protected void WriteBroadcasts(string scalar)
    {
        foreach (VectorType type in tiling.Plan.Segments().Select(segment => number.Vector(segment.Lanes)).Distinct())
        {
            writer.Line($"{type.Name} {Broadcast(type)} = {type.Broadcast(scalar)};");
        }
    }

    /// <inheritdoc cref="WriteBroadcasts"/>
    protected static string Broadcast(VectorType type) => "e" + Literal.Of(type.Lanes);

    /// <summary>Panels of vectors; those that would reach over the end of the row start earlier and overlap.</summary>
    private void ForEachVectorT(ColumnPlan plan, Action<IReadOnlyList<Column>> body, bool isAccumulated)
    {
        writer.Line($"nuint lanes = (nuint)Vector<{T}>.Count;");
        if (plan.RestVectors == 0)
        {
            WritePanels("nuint o = 0", plan, plan.VectorsPerPanel, body, isAccumulated);
            return;
        }

        string step = Lanes(plan.VectorsPerPanel);
        writer.Line("nuint o = 0;");
        using (writer.Block($"for (; o + {step} <= {Literal.Of(plan.PanelColumns)}; o += {step})"))
        {
            body([.. Enumerable.Range(0, plan.VectorsPerPanel).Select(index => new Column(number.Vector(0), PanelOffset("o", index), Literal.Of(index), null, null))]);
        }

        writer.Line();
        WritePanels("", plan, plan.RestVectors, body, isAccumulated);
    }

    private void WritePanels(string start, ColumnPlan plan, int vectors, Action<IReadOnlyList<Column>> body, bool isAccumulated)
    {
        using (writer.Block($"for ({start}; o < {Literal.Of(plan.Columns)}; o += {Lanes(vectors)})"))
        {
            for (int index = 0; index < vectors; index++)
            {
                writer.Line($"nuint o{Literal.Of(index)} = nuint.Min({PanelOffset("o", index)}, {Literal.Of(plan.Columns)} - lanes);");
            }

            body([.. Enumerable.Range(0, vectors).Select(index => Portable(index, isAccumulated))]);
        }
    }

    /// <summary>The elements of so many vectors of <c>Vector&lt;T&gt;</c>, as C#.</summary>
    public static string Lanes(int vectors) => vectors == 1 ? "lanes" : $"{Literal.Of(vectors)} * lanes";

    protected static string Remark(ColumnGroup group)
    {
        Segment first = group.Segments[0];
        Segment last = group.Segments[group.Segments.Count - 1];
        return $"// columns {Literal.Of(first.Offset + first.Overlap)}..{Literal.Of(last.Offset + last.Valid - 1)}";
    }

    protected Column Fixed(Segment segment, int index, string? start)
    {
        VectorType type = number.Vector(segment.Lanes);
        string offset = start is null ? Literal.Of(segment.Offset) : Sum(start, segment.Offset);
        string? mask = segment.Overlap > 0 ? type.MaskAfter(segment.Overlap) : null;
        return new Column(type, offset, Literal.Of(index), mask, segment.Valid < segment.Lanes ? segment.Valid : null);
    }

    private Column Portable(int index, bool isAccumulated)
    {
        string name = Literal.Of(index);
        string? mask = isAccumulated ? $"VectorMask.From<{T}>({PanelOffset("o", index)} - o{name})" : null;
        return new Column(number.Vector(0), "o" + name, name, mask, null);
    }

    /// <summary>Where a vector of a panel of <c>Vector&lt;T&gt;</c> starts, as C#.</summary>
    private static string PanelOffset(string start, int index) =>
        index == 0 ? start : $"{start} + {Lanes(index)}";

    /// <summary>
    /// Writes sum += scalar · operand for each column. The scalar is broadcast once per vector type, into a variable
    /// where several columns use it.
    /// </summary>
    protected void WriteMultiplyAdds(IReadOnlyList<Column> columns, string scalar, string name, Func<Column, string> operand, Func<Column, string> sum) =>
        WriteMultiplyAdds(columns, type => type.Broadcast(scalar), name, operand, sum);

    /// <inheritdoc cref="WriteMultiplyAdds(IReadOnlyList{Column}, string, string, Func{Column, string}, Func{Column, string})"/>
    protected void WriteMultiplyAdds(IReadOnlyList<Column> columns, Func<VectorType, string> broadcast, string name, Func<Column, string> operand, Func<Column, string> sum)
    {
        if (columns.Count == 1)
        {
            WriteMultiplyAdd(columns[0], broadcast(columns[0].Type), operand, sum);
            return;
        }

        foreach (IGrouping<VectorType, Column> same in columns.GroupBy(column => column.Type))
        {
            string factor = broadcast(same.Key);
            if (same.Skip(1).Any())
            {
                string variable = name + (columns.Count == same.Count() ? "" : "_" + Literal.Of(same.Key.Lanes));
                writer.Line($"{same.Key.Name} {variable} = {factor};");
                factor = variable;
            }

            foreach (Column column in same)
            {
                WriteMultiplyAdd(column, factor, operand, sum);
            }
        }
    }

    private void WriteMultiplyAdd(Column column, string factor, Func<Column, string> operand, Func<Column, string> sum)
    {
        string result = sum(column);
        writer.Line($"{result} = {column.Type.Operations}.MultiplyAddEstimate({factor}, {operand(column)}, {result});");
    }

    /// <summary>Adds w · d of a column to a sum of the widest type, which the first product starts.</summary>
    protected void WriteTerm(VectorType widest, Column column, string sum, string w, string d, bool isFirst)
    {
        writer.Line((isFirst, column.Type == widest) switch
        {
            (true, _) => $"{widest.Name} {sum} = {w} * {d};",
            (_, true) => $"{sum} = {widest.MultiplyAdd(w, d, sum)};",
            _ => $"{sum} += {widest.Widened($"({w} * {d})", column.Type)};",
        });
    }

    /// <summary>Writes biases += gradient for a row of gradients.</summary>
    protected void WriteBiases(IReadOnlyList<Column> columns, Func<Column, string> gradient)
    {
        foreach (Column column in columns)
        {
            string bias = column.Type.Load("biases", column.Offset);
            writer.Line(column.Type.IsScalar
                ? $"{bias} += {gradient(column)};"
                : column.Type.Store($"({bias} + {gradient(column)})", "biases", column.Offset));
        }
    }

    /// <summary>Opens a loop of <c>i</c> over rows of weights, so many at a time, in the direction of the pass.</summary>
    protected SourceWriter.Scope ForEachRow(int first, int end, int count)
    {
        string by = Literal.Of(count);
        if (!tiling.IsReversed)
        {
            return writer.Block($"for (nuint i = {Literal.Of(first)}; i < {Literal.Of(end)}; {(count == 1 ? "i++" : $"i += {by}")})");
        }

        SourceWriter.Scope scope = writer.Block($"for (nuint i = {Literal.Of(end)}; i > {Literal.Of(first)};)");
        writer.Line(count == 1 ? "i--;" : $"i -= {by};");
        return scope;
    }

    /// <summary>Asks for a cache line.</summary>
    protected void WritePrefetch(string reference, string offset) => writer.Line($"Cache.Prefetch(ref {reference}, {offset});");

    /// <summary>A multiple of an index as C#, without multiplying by one.</summary>
    protected static string Times(string index, int factor) => factor == 1 ? index : $"{index} * {Literal.Of(factor)}";

    /// <summary>A sum of offsets as C#, without adding zero.</summary>
    protected static string Sum(string left, int right) => right == 0 ? left : $"{left} + {Literal.Of(right)}";

    /// <summary>An index so much further, as C#; a number where the index is one.</summary>
    protected static string Add(string index, int further) => int.TryParse(index, out int known)
        ? Literal.Of(known + further)
        : Sum(index, further);

    /// <summary>A sum in pairs, which takes the least time.</summary>
    protected static string Tree(IReadOnlyList<string> terms)
    {
        if (terms.Count <= 2)
        {
            return string.Join(" + ", terms);
        }

        int half = terms.Count / 2;
        return $"({Tree([.. terms.Take(half)])}) + ({Tree([.. terms.Skip(half)])})";
    }

    /// <summary>The offset of a column in a row of a matrix, as C#.</summary>
    protected static string Offset(string row, int stride, string column)
    {
        string start = Times(row, stride);
        return column == "0" ? start : $"{start} + {column}";
    }
}
