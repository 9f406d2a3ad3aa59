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
        foreach (VectorFamily family in Enum.GetValues<VectorFamily>())
        {
            Target target = new(family, elementBytes);
            for (int columns = 1; columns <= 300; columns++)
            {
                int done = 0;
                foreach (Segment segment in ColumnPlan.Segments(target, columns, 0))
                {
                    Assert.Equal(done, segment.Offset + segment.Overlap);
                    Assert.InRange(segment.Lanes, 1, target.WidestFixedLanes);
                    done = segment.Offset + segment.Lanes;
                }

                Assert.Equal(columns, done);
            }
        }
    }

    [Fact]
    public void Panels_and_rest_cover_every_column()
    {
        Target target = new(VectorFamily.Wide, 4);
        for (int columns = 1; columns <= 700; columns++)
        {
            HashSet<int> covered = [];
            foreach (ColumnGroup group in ColumnPlan.Cut(target, columns, 3).Groups)
            {
                for (int repeat = 0; repeat < group.Repeats; repeat++)
                {
                    foreach (Segment segment in group.Segments)
                    {
                        covered.UnionWith(Enumerable.Range((repeat * group.Stride) + segment.Offset, segment.Lanes));
                    }
                }
            }

            Assert.Equal(Enumerable.Range(0, columns), covered.Order());
        }
    }

    [Theory]
    [InlineData(10, "0+8 6+4")]
    [InlineData(16, "0+16")]
    [InlineData(25, "0+16 9+16")]
    [InlineData(3, "0+1 1+1 2+1")]
    [InlineData(13, "0+8 5+8")]
    [InlineData(70, "0+16 16+16 32+16 48+16 62+8")]
    public void A_rest_takes_the_narrowest_vector_that_covers_it(int columns, string expected)
    {
        IEnumerable<string> segments = ColumnPlan.Segments(new Target(VectorFamily.Wide, 4), columns, 0).Select(segment => $"{segment.Offset}+{segment.Lanes}");

        Assert.Equal(expected, string.Join(' ', segments));
    }
}
