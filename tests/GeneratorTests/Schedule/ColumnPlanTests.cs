extern alias Generator;

using Generator::NetGen.Generator.Schedule;

namespace NetGen.GeneratorTests.Schedule;

/// <summary>How rows are cut into vectors.</summary>
public sealed class ColumnPlanTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Segments_cover_every_column_once_but_for_the_stated_overlap(int elementBytes)
    {
        foreach ((VectorFamily family, RowEnd end) in Versions())
        {
            Target target = new(family, elementBytes);
            for (int columns = 1; columns <= 300; columns++)
            {
                int done = 0;
                foreach (Segment segment in ColumnPlan.Segments(target, columns, 0, end))
                {
                    Assert.Equal(done, segment.Offset + segment.Overlap);
                    Assert.InRange(segment.Lanes, 1, target.WidestFixedLanes);
                    Assert.InRange(segment.Valid, 1, segment.Lanes);
                    done = segment.Offset + segment.Valid;
                }

                Assert.Equal(columns, done);
            }
        }
    }

    [Fact]
    public void Only_rows_that_may_reach_past_their_end_do()
    {
        foreach ((VectorFamily family, RowEnd end) in Versions())
        {
            IEnumerable<Segment> segments = Enumerable.Range(1, 300).SelectMany(columns => ColumnPlan.Segments(new Target(family, 4), columns, 0, end));

            Assert.Equal(end is RowEnd.ReachesPast or RowEnd.ReachesPastWhole, segments.Any(segment => segment.Valid < segment.Lanes));
            Assert.Equal(end == RowEnd.Overlaps, segments.Any(segment => segment.Overlap > 0));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void Panels_and_rest_cover_every_column(int vectors)
    {
        Target target = new(VectorFamily.Wide, 4);
        for (int columns = 1; columns <= 700; columns++)
        {
            HashSet<int> covered = [];
            foreach (ColumnGroup group in ColumnPlan.Cut(target, columns, vectors, RowEnd.ReachesPast).Groups)
            {
                Assert.InRange(group.Segments.Count, 1, vectors);
                for (int repeat = 0; repeat < group.Repeats; repeat++)
                {
                    foreach (Segment segment in group.Segments)
                    {
                        covered.UnionWith(Enumerable.Range((repeat * group.Stride) + segment.Offset, segment.Valid));
                    }
                }
            }

            Assert.Equal(Enumerable.Range(0, columns), covered.Order());
        }
    }

    /// <summary>Each column is in one vector: updates of weights in place must not overlap.</summary>
    [Theory]
    [InlineData(4, 24, 4)]
    [InlineData(8, 24, 4)]
    [InlineData(4, 20, 4)]
    [InlineData(8, 9, 1)]
    public void Long_rows_cover_every_column_once(int elementBytes, int held, int others)
    {
        for (int columns = 1; columns <= 700; columns++)
        {
            ColumnPlan plan = ColumnPlan.CutLong(new Target(VectorFamily.Wide, elementBytes), columns, held, others);
            List<int> covered = [.. plan.Segments().SelectMany(segment => Enumerable.Range(segment.Offset, segment.Lanes))];

            Assert.Equal(Enumerable.Range(0, columns), covered);
            Assert.All(plan.Groups, group => Assert.InRange(group.Segments.Count, 1, held));
            Assert.All(plan.Groups.Where(group => group.IsLoop), group => Assert.Equal(others, group.Segments.Count));
        }
    }

    /// <summary>Three vectors a panel before the last, of 256 bits; none that a panel of two does not need is computed twice.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Portable_tiles_waste_no_vector(int elementBytes)
    {
        Target target = new(VectorFamily.Portable, elementBytes);
        for (int columns = target.PortableMinimum; columns <= 700; columns++)
        {
            ColumnPlan plan = ColumnPlan.CutTiles(target, columns, 3, RowEnd.ReachesPast);
            int vectors = (columns + target.UsualLanes - 1) / target.UsualLanes;
            int panels = plan.PanelColumns / (3 * target.UsualLanes);
            int rest = vectors - (3 * panels);

            Assert.True(plan.UsesVectorT);
            Assert.InRange(plan.PanelColumns, 0, columns);
            Assert.Equal(0, plan.PanelColumns % (3 * target.UsualLanes));
            Assert.Equal(panels > 0, plan.RestVectors == 2);
            Assert.Equal(0, rest % (panels > 0 ? 2 : plan.VectorsPerPanel));
        }
    }

    [Theory]
    [InlineData(10, RowEnd.Overlaps, "0+8 6+4")]
    [InlineData(16, RowEnd.Overlaps, "0+16")]
    [InlineData(25, RowEnd.Overlaps, "0+16 9+16")]
    [InlineData(3, RowEnd.Overlaps, "0+1 1+1 2+1")]
    [InlineData(13, RowEnd.Overlaps, "0+8 5+8")]
    [InlineData(70, RowEnd.Overlaps, "0+16 16+16 32+16 48+16 62+8")]
    [InlineData(10, RowEnd.ReachesPast, "0+16")]
    [InlineData(25, RowEnd.ReachesPast, "0+16 16+16")]
    [InlineData(3, RowEnd.ReachesPast, "0+4")]
    [InlineData(70, RowEnd.ReachesPast, "0+16 16+16 32+16 48+16 64+8")]
    [InlineData(25, RowEnd.Falls, "0+16 16+8 24+1")]
    [InlineData(10, RowEnd.Falls, "0+8 8+2")]
    [InlineData(7, RowEnd.Falls, "0+4 4+2 6+1")]
    public void A_rest_takes_the_vectors_that_suit_its_use(int columns, object end, string expected)
    {
        IEnumerable<string> segments = ColumnPlan.Segments(new Target(VectorFamily.Wide, 4), columns, 0, (RowEnd)end).Select(segment => $"{segment.Offset}+{segment.Lanes}");

        Assert.Equal(expected, string.Join(' ', segments));
    }

    private static IEnumerable<(VectorFamily Family, RowEnd End)> Versions() =>
        Enum.GetValues<VectorFamily>().SelectMany(family => Enum.GetValues<RowEnd>().Select(end => (family, end)));
}
