using System.Numerics;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>Calls a member with arguments that must be refused, and sees that nothing was written.</summary>
internal static class ArgumentCheck
{
    /// <summary>An ordinary number, so that a member which does not refuse would compute and write something.</summary>
    private const double Fill = 0.5;

    public static Memory<T> Buffer<T>(int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] buffer = new T[length];
        Array.Fill(buffer, T.CreateChecked(Fill));
        return buffer;
    }

    public static TException Refuses<T, TException>(INetwork<T> network, NetworkSpec spec, string call, Action action, params Memory<T>[] buffers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TException : ArgumentException
    {
        T[] parameters = network.Parameters.ToArray();
        Exception? thrown = Record.Exception(action);
        string context = $"{call}\n{NetworkSource.Attribute(spec)}";
        Assert.True(thrown is not null && thrown.GetType() == typeof(TException), $"expected {typeof(TException).Name}, got {thrown}\n{context}");
        Assert.True(Bits.Same<T>(parameters, network.Parameters), $"parameters were written by {context}");
        Assert.All(buffers, x => Assert.True(x.Span.IndexOfAnyExcept(T.CreateChecked(Fill)) < 0, $"a buffer was written by {context}"));
        return (TException)thrown;
    }
}
