extern alias Generator;

using Generator::NetGen.Generator.Graph;
using Generator::NetGen.Generator.Model;
using Generator::NetGen.Generator.Passes;
using Generator::NetGen.Generator.Schedule;
using NetGen.GeneratorTests.Harness;

namespace NetGen.GeneratorTests.Schedule;

/// <summary>What a single row writes in whole vectors stays in its scratch memory, where nothing else is alive then.</summary>
public sealed class ScratchBoundsTests
{
    public static TheoryData<int, bool> Cases => Theory.Of(
        from layers in Enumerable.Range(2, 7)
        from isDouble in new[] { false, true }
        select (layers, isDouble));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Whole_vectors_end_within_the_scratch_memory(int layers, bool isDouble)
    {
        int walked = 0;
        for (int size = 1; size <= 40; size++)
        {
            ScheduledProgram program = Inference(size, layers, isDouble ? Generator::NetGen.Precision.Double : Generator::NetGen.Precision.Single);
            foreach (ActivationStep step in program.Row.Forward.OfType<ActivationStep>().Where(step => step.WideColumns is not null))
            {
                walked++;
                int end = step.Result.RowOffset + step.WideColumns!.Value;
                Assert.InRange(end, 1, program.RowScratch);
            }
        }

        Assert.NotEqual(0, walked);
    }

    private static ScheduledProgram Inference(int size, int layers, Generator::NetGen.Precision precision)
    {
        NetworkDeclaration declaration = new(
            new TargetType("", EquatableArray<string>.Empty, "Net", ""),
            new EquatableArray<int>(Enumerable.Range(0, layers + 1).Select(layer => size + (layer % 3))),
            new EquatableArray<ActivationSpec>(Enumerable.Repeat(new ActivationSpec(Generator::NetGen.Activation.Sigmoid), layers)),
            new LossSpec(Generator::NetGen.Loss.MeanSquaredError),
            new NetworkOptions { Precision = precision });
        return Scheduler.Schedule(Planner.Plan(declaration, Lowering.Lower(declaration))).Inference;
    }
}
