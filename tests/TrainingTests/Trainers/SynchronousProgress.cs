namespace NetGen.TrainingTests.Trainers;

/// <summary>Calls a handler on the reporting thread, as <see cref="Progress{T}"/> does not.</summary>
internal sealed class SynchronousProgress<T>(Action<T> handler) : IProgress<T>
{
    public void Report(T value) => handler(value);
}
