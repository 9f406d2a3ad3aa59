using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>How a row is cut into vectors.</summary>
/// <param name="Columns">The length of the row.</param>
/// <param name="VectorsPerPanel">For <c>Vector&lt;T&gt;</c>: how many vectors a panel has; 0 otherwise.</param>
/// <param name="Groups">For fixed widths: the groups in order. Empty where the row is walked with <c>Vector&lt;T&gt;</c>.</param>
internal sealed record ColumnPlan(int Columns, int VectorsPerPanel, EquatableArray<ColumnGroup> Groups)
{
    public bool UsesVectorT => Groups.Count == 0;

    /// <summary>Cuts a row of <paramref name="columns"/> into panels of at most <paramref name="vectorsPerPanel"/> vectors.</summary>
    public static ColumnPlan Cut(Target target, int columns, int vectorsPerPanel)
    {
        if (target.UsesVectorT(columns))
        {
            return new ColumnPlan(columns, vectorsPerPanel, EquatableArray<ColumnGroup>.Empty);
        }

        List<ColumnGroup> groups = [];
        int lanes = target.WidestFixedLanes;
        int panel = lanes * vectorsPerPanel;
        int panels = columns / panel;
        if (panels > 0)
        {
            groups.Add(new ColumnGroup(0, panels, panel, Whole(vectorsPerPanel, lanes)));
        }

        AddRest(groups, Segments(target, columns, panels * panel), vectorsPerPanel);
        return new ColumnPlan(columns, 0, new EquatableArray<ColumnGroup>(groups));
    }

    /// <summary>The segments from <paramref name="start"/> to the end of a row; the last may reach back over the one before.</summary>
    public static List<Segment> Segments(Target target, int columns, int start)
    {
        List<Segment> segments = [];
        int done = start;
        while (done < columns)
        {
            Segment segment = Next(target, columns, done);
            segments.Add(segment);
            done = segment.Offset + segment.Lanes;
        }

        return segments;
    }

    private static Segment Next(Target target, int columns, int done)
    {
        int rest = columns - done;
        for (int lanes = target.WidestFixedLanes; lanes >= target.NarrowestLanes; lanes /= 2)
        {
            bool isSmallestCover = lanes / 2 < rest || lanes == target.NarrowestLanes;
            if (rest >= lanes || (columns >= lanes && done > 0 && isSmallestCover))
            {
                return rest >= lanes ? new Segment(done, lanes, 0) : new Segment(columns - lanes, lanes, lanes - rest);
            }
        }

        return new Segment(done, 1, 0);
    }

    private static EquatableArray<Segment> Whole(int count, int lanes) =>
        new(Enumerable.Range(0, count).Select(index => new Segment(index * lanes, lanes, 0)));

    private static void AddRest(List<ColumnGroup> groups, List<Segment> segments, int limit)
    {
        for (int first = 0; first < segments.Count; first += limit)
        {
            IEnumerable<Segment> part = segments.Skip(first).Take(limit);
            groups.Add(new ColumnGroup(0, 1, 0, new EquatableArray<Segment>(part)));
        }
    }
}
