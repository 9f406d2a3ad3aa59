using NetGen.CompilerServices;

namespace NetGen.RuntimeTests.CompilerServices;

/// <summary>Memory that a thread keeps from call to call.</summary>
public class ScratchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(5000)]
    public void A_rent_is_as_long_as_asked_for_and_starts_at_a_cache_line(int count)
    {
        using Scratch<float> scratch = Scratch<float>.Rent(count);
        Assert.Equal(count, scratch.Span.Length);
        Assert.Equal(0, Address(scratch.Span) % 64);
    }

    [Fact]
    public void Nested_rents_are_apart_however_deep_they_are()
    {
        Nest(8);

        static void Nest(int depth)
        {
            if (depth == 0)
            {
                return;
            }

            using Scratch<double> scratch = Scratch<double>.Rent(depth * 10);
            scratch.Span.Fill(depth);
            Nest(depth - 1);
            Assert.Equal(-1, scratch.Span.IndexOfAnyExcept(depth));
        }
    }

    [Fact]
    public void A_thread_rents_the_same_memory_again_and_more_where_that_is_too_little()
    {
        long first, second;
        using (Scratch<float> scratch = Scratch<float>.Rent(100))
        {
            first = Address(scratch.Span);
        }

        using (Scratch<float> scratch = Scratch<float>.Rent(40))
        {
            second = Address(scratch.Span);
            Assert.Equal(40, scratch.Span.Length);
        }

        Assert.Equal(first, second);
        using Scratch<float> larger = Scratch<float>.Rent(100_000);
        larger.Span.Fill(1);
        Assert.Equal(100_000, larger.Span.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_rent_of_nothing_is_an_error_and_changes_nothing(int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Scratch<float>.Rent(count).Dispose());
        using Scratch<float> scratch = Scratch<float>.Rent(3);
        Assert.Equal(3, scratch.Span.Length);
    }

    private static unsafe long Address<T>(Span<T> span)
        where T : unmanaged
    {
        fixed (T* start = span)
        {
            return (long)start;
        }
    }
}
