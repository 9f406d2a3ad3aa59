using NetGen.Generator.Schedule;

namespace NetGen.Generator.Emit;

/// <summary>Prints a struct per parameter of an operator, so that the JIT sees the number as a constant.</summary>
internal static class ConstantEmitter
{
    public static void Emit(SourceWriter writer, NetworkSchedule schedule, Names names)
    {
        foreach ((string parameter, double value) in OperatorText.Parameters(schedule))
        {
            writer.Line();
            writer.Line($"/// <summary>The value of {parameter}.</summary>");
            writer.Line(Names.GeneratedCode);
            using (writer.Block($"file readonly struct {names.Constant(parameter)} : global::NetGen.IConstant<{names.T}>"))
            {
                writer.Line($"public static {names.T} Value => {Literal.Of(value, names.Number.Precision)};");
            }
        }
    }
}
