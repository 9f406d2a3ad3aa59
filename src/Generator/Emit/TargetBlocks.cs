using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>Prints the namespace and the types around a class.</summary>
internal static class TargetBlocks
{
    /// <param name="writer">Receives the text.</param>
    /// <param name="target">The class.</param>
    /// <param name="emitClass">Prints the class itself.</param>
    public static void Emit(SourceWriter writer, TargetType target, Action emitClass)
    {
        IEnumerable<string> headers = target.Namespace.Length > 0 ? target.Containers.Prepend($"namespace {target.Namespace}") : target.Containers;
        Stack<SourceWriter.Scope> open = new(headers.Select(header => writer.Block(header)));
        emitClass();
        while (open.Count > 0)
        {
            open.Pop().Dispose();
        }
    }
}
