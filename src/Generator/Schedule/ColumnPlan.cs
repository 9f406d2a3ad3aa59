using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>How a row is cut into vectors.</summary>
/// <param name="Columns">The length of the row.</param>
/// <param name="VectorsPerPanel">For <c>Vector&lt;T&gt;</c>: how many vectors a panel has; 0 otherwise.</param>
/// <param name="Groups">For fixed widths: the groups in order. Empty where the row is walked with <c>Vector&lt;T&gt;</c>.</param>
internal sealed record ColumnPlan(int Columns, int VectorsPerPanel, EquatableArray<ColumnGroup> Groups)
{
    /// <summary>
    /// For <c>Vector&lt;T&gt;</c>: how many columns the panels have before those of <see cref="RestVectors"/>, none of which reaches over the
    /// end, or 0 where all panels are alike.
    /// </summary>
    public int PanelColumns { get; init; }

    /// <summary>Vectors of the panels behind.</summary>
    public int RestVectors { get; init; }

    public bool UsesVectorT => Groups.Count == 0;

    /// <summary>The most vectors that are computed together.</summary>
    public int PanelVectors => UsesVectorT ? VectorsPerPanel : Groups.Max(group => group.Segments.Count);

    /// <summary>The vectors that are written out, loops counted once.</summary>
    public int WrittenVectors => UsesVectorT ? VectorsPerPanel : Groups.Sum(group => group.Segments.Count);

    /// <summary>Whether all vectors have one type and one group, so that their sums can be added.</summary>
    public bool IsUniform => UsesVectorT || (Groups.Count == 1 && Groups[0].Segments.All(segment => segment.Lanes == Groups[0].Segments[0].Lanes && segment.Lanes > 1));

    /// <summary>Every segment of the row, loops written out.</summary>
    public List<Segment> Segments() =>
        [.. Groups.SelectMany(group => Enumerable.Range(0, group.Repeats).SelectMany(repeat => group.Segments.Select(segment => segment with { Offset = group.Start + segment.Offset + (repeat * group.Stride) })))];

    /// <summary>
    /// A row that stays in registers: vectors of one type, the last of which may reach past the end. Null where the row is
    /// walked with <c>Vector&lt;T&gt;</c> or needs more than <paramref name="limit"/>.
    /// </summary>
    public static ColumnPlan? InRegisters(Target target, int columns, int limit)
    {
        int lanes = target.WidestFixedLanes;
        while (lanes / 2 >= columns && lanes > target.NarrowestLanes)
        {
            lanes /= 2;
        }

        int vectors = (columns + lanes - 1) / lanes;
        if (target.UsesVectorT(columns) || vectors > limit)
        {
            return null;
        }

        IEnumerable<Segment> segments = Enumerable.Range(0, vectors).Select(index => new Segment(index * lanes, lanes, 0, Math.Min(lanes, columns - (index * lanes))));
        return new ColumnPlan(columns, 0, new EquatableArray<ColumnGroup>([new ColumnGroup(0, 1, 0, new EquatableArray<Segment>(segments))]));
    }

    /// <summary>Cuts a row of <paramref name="columns"/> into panels of at most <paramref name="vectorsPerPanel"/> vectors, about equal.</summary>
    public static ColumnPlan Cut(Target target, int columns, int vectorsPerPanel, RowEnd end)
    {
        if (target.UsesVectorT(columns))
        {
            return new ColumnPlan(columns, PortablePanel(target, columns, vectorsPerPanel), EquatableArray<ColumnGroup>.Empty);
        }

        int lanes = target.WidestFixedLanes;
        int vectors = (columns + lanes - 1) / lanes;
        int panel = Balanced(vectors, vectorsPerPanel);
        int panels = columns / (lanes * panel);
        List<ColumnGroup> groups = [];
        if (panels > 0)
        {
            groups.Add(new ColumnGroup(0, panels, panels == 1 ? 0 : lanes * panel, Whole(panel, lanes)));
        }

        AddRest(groups, Segments(target, columns, panels * lanes * panel, end), vectorsPerPanel);
        return new ColumnPlan(columns, 0, new EquatableArray<ColumnGroup>(groups));
    }

    /// <summary>
    /// A row whose first group, of at most so many vectors, stays in registers while rows of a matrix pass by. What does not fit is in
    /// groups of <paramref name="others"/> vectors, which come from memory for each of those rows. Ends as <see cref="RowEnd.Falls"/>.
    /// </summary>
    public static ColumnPlan CutLong(Target target, int columns, int held, int others)
    {
        List<Segment> segments = Segments(target, columns, 0, RowEnd.Falls);
        if (segments.Count <= held)
        {
            return new ColumnPlan(columns, 0, new EquatableArray<ColumnGroup>([new ColumnGroup(0, 1, 0, new EquatableArray<Segment>(segments))]));
        }

        int lanes = target.WidestFixedLanes;
        int whole = columns / lanes;
        int repeats = Math.Max(0, (whole - held + others - 1) / others);
        int first = whole - (repeats * others);
        bool isLoop = repeats > 1;
        List<ColumnGroup> groups = [new ColumnGroup(0, 1, 0, Whole(first, lanes))];
        if (isLoop)
        {
            groups.Add(new ColumnGroup(first * lanes, repeats, others * lanes, Whole(others, lanes)));
        }

        AddRest(groups, [.. segments.Skip(isLoop ? whole : first)], held);
        return new ColumnPlan(columns, 0, new EquatableArray<ColumnGroup>(groups));
    }

    /// <summary>
    /// The same for tiles of several rows: where <c>Vector&lt;T&gt;</c> has 256 bits the last vectors are one or two panels of two, rather
    /// than one of three that overlaps or panels of two throughout.
    /// </summary>
    public static ColumnPlan CutTiles(Target target, int columns, int vectorsPerPanel, RowEnd end)
    {
        int vectors = (columns + target.UsualLanes - 1) / target.UsualLanes;
        int panels = (vectors - (2 * (3 - (vectors % 3)))) / 3;
        bool isMixed = target.UsesVectorT(columns) && vectorsPerPanel == 3 && vectors % 3 != 0 && panels > 0;
        return isMixed
            ? new ColumnPlan(columns, 3, EquatableArray<ColumnGroup>.Empty) { PanelColumns = 3 * panels * target.UsualLanes, RestVectors = 2 }
            : Cut(target, columns, vectorsPerPanel, end);
    }

    /// <summary>The segments from <paramref name="start"/> to the end of a row.</summary>
    public static List<Segment> Segments(Target target, int columns, int start, RowEnd end)
    {
        List<Segment> segments = [];
        int done = start;
        while (done < columns)
        {
            Segment segment = Next(target, columns, done, end);
            segments.Add(segment);
            done = segment.Offset + segment.Valid;
        }

        return segments;
    }

    private static Segment Next(Target target, int columns, int done, RowEnd end)
    {
        int rest = columns - done;
        if (columns == 1)
        {
            return new Segment(done, 1, 0);
        }

        for (int lanes = target.WidestFixedLanes; lanes >= target.NarrowestLanes; lanes /= 2)
        {
            bool isSmallestCover = lanes / 2 < rest || lanes == target.NarrowestLanes || (end == RowEnd.ReachesPastWhole && done > 0);
            if (rest >= lanes)
            {
                return new Segment(done, lanes, 0);
            }

            if (isSmallestCover && end is RowEnd.ReachesPast or RowEnd.ReachesPastWhole)
            {
                return new Segment(done, lanes, 0, rest);
            }

            if (isSmallestCover && end == RowEnd.Overlaps && done > 0 && columns >= lanes)
            {
                return new Segment(columns - lanes, lanes, lanes - rest);
            }
        }

        bool isPair = end == RowEnd.Falls && target.HasPairs && rest >= 2;
        return new Segment(done, isPair ? 2 : 1, 0);
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

    /// <summary>Panels as equal as can be: 4 vectors with a limit of 3 are 2 + 2, not 3 + 1.</summary>
    private static int Balanced(int vectors, int limit)
    {
        int panels = (vectors + limit - 1) / limit;
        return (vectors + panels - 1) / panels;
    }

    /// <summary>
    /// A panel that computes few vectors twice where <c>Vector&lt;T&gt;</c> has 256 bits, as on most machines. The last
    /// panel overlaps the one before wherever the row is no multiple of it.
    /// </summary>
    private static int PortablePanel(Target target, int columns, int limit)
    {
        int lanes = target.UsualLanes;
        int vectors = (columns + lanes - 1) / lanes;
        int best = Balanced(vectors, limit);
        bool isWasteful = Twice(vectors, best) > vectors / Tuning.PortableWaste;
        return limit > 2 && vectors % 2 == 0 && isWasteful ? 2 : best;
    }

    /// <summary>Vectors that are computed twice.</summary>
    private static int Twice(int vectors, int panel) => ((vectors + panel - 1) / panel * panel) - vectors;
}
