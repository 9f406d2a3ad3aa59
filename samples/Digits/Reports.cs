namespace Digits;

/// <summary>Calls a handler at once; <see cref="Progress{T}"/> would call it later, on another thread.</summary>
internal sealed class Reports<T>(Action<T> handler) : IProgress<T>
{
    public void Report(T value) => handler(value);
}
