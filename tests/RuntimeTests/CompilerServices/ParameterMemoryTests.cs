using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen.RuntimeTests.CompilerServices;

/// <summary>The memory of a network's parameters.</summary>
public sealed class ParameterMemoryTests
{
    private const int CacheLine = 64;

    [Fact]
    public void Parameters_start_at_a_cache_line_and_are_zero()
    {
        for (int count = 1; count < 300; count++)
        {
            AssertAligned(new ParameterMemory<float>(count));
            AssertAligned(new ParameterMemory<double>(count));
        }
    }

    [Fact]
    public void A_million_networks_leave_nothing_behind()
    {
        const int Parameters = 31;
        const long Tolerance = 32 << 20;
        Construct(10_000, Parameters);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        Construct(1_000_000, Parameters);

        long after = GC.GetTotalMemory(forceFullCollection: true);
        long committed = GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;
        Assert.True(after - before < Tolerance, $"{after - before} bytes are still in use.");
        Assert.True(committed < before + (512L << 20), $"The heap grew to {committed} bytes.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Construct(int networks, int parameters)
    {
        for (int i = 0; i < networks; i++)
        {
            ParameterMemory<float> memory = new(parameters);
            memory.Reference = 1;
        }
    }

    private static void AssertAligned<T>(ParameterMemory<T> memory)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<T>(), ref memory.Reference);
        Assert.Equal(0, address % CacheLine);
        Assert.DoesNotContain(memory.Span.ToArray(), value => value != T.Zero);
    }
}
