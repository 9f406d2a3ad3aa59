using System.Reflection;
using System.Reflection.Emit;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Contract;

/// <summary>Beyond 60,000 bytes of IL, 2,000 basic blocks or 512 locals the JIT stops optimising a method: no method comes near.</summary>
public class MethodSizeTests
{
    private const int LargestCode = 20_000;
    private const int MostBlocks = 600;
    private const int MostLocals = 256;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields().Select(x => (OpCode)x.GetValue(null)!)
        .ToDictionary(x => (int)(ushort)x.Value);

    private static readonly NetworkSpec[] Specs =
    [
        new([1, 1], [Activation.Tanh], Loss.MeanSquaredError),
        new([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([16, 16, 16], [Activation.ReLU, Activation.Identity], Loss.MeanSquaredError),
        new([17, 31], [Activation.Identity], Loss.MeanSquaredError) { Precision = Precision.Double },
        new([64, 1], [Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([784, 128, 10], [Activation.ReLU, Activation.Softmax], Loss.CategoricalCrossEntropy),
        new([3000, 2000, 1000], [Activation.GELU, Activation.LogSoftmax], Loss.NegativeLogLikelihood),
        new([4096, 4097], [Activation.Identity], Loss.SoftmaxCrossEntropy) { Precision = Precision.Double },
        new([200_000, 1], [Activation.Identity], Loss.MeanSquaredError),
        new([1, 100_000], [Activation.Tanh], Loss.MeanSquaredError),
        new([4096, 4096, 4096, 10], [Activation.ReLU, Activation.SiLU, Activation.Identity], Loss.SoftmaxCrossEntropy),
        Deep(60, 8),
        Deep(40, 5),
        Deep(600, 2),
        Deep(130, 9) with { Precision = Precision.Double },
        Deep(12, 37) with { Precision = Precision.Double },
        EveryActivation(3),
        EveryActivation(24) with { Precision = Precision.Double },
    ];

    private static readonly Lazy<Assembly> Compiled = new(() => CompiledAssembly.Load(
        GeneratorRun.Of(TestCompilation.Create(Specs.Select((spec, i) => NetworkSource.File(spec, $"Network{i}")))).Output));

    [Fact]
    public void No_method_has_too_much_code() => Check(LargestCode, "bytes of IL", x => x.GetILAsByteArray()!.Length);

    [Fact]
    public void No_method_has_too_many_locals() => Check(MostLocals, "locals", x => x.LocalVariables.Count);

    [Fact]
    public void No_method_has_too_many_basic_blocks() => Check(MostBlocks, "branches", x => Branches(x.GetILAsByteArray()!));

    private static void Check(int limit, string what, Func<MethodBody, int> measure)
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        string[] tooLarge = [.. from type in Compiled.Value.GetTypes()
                                       from method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All))
                                       let body = method.GetMethodBody()
                                       where body is not null && measure(body) > limit
                                       select FormattableString.Invariant($"{type.Name}.{method.Name}: {measure(body)} {what}")];
        Assert.True(tooLarge is [], string.Join("\n", tooLarge));
    }

    /// <summary>Branches end blocks, so their number bounds that of the blocks.</summary>
    private static int Branches(byte[] code)
    {
        int branches = 0;
        for (int i = 0; i < code.Length;)
        {
            OpCode operation = code[i] == 0xFE ? OpCodesByValue[0xFE00 | code[i + 1]] : OpCodesByValue[code[i]];
            i += operation.Size;
            branches += operation.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return ? 1 : 0;
            i += operation.OperandType == OperandType.InlineSwitch ? 4 + 4 * BitConverter.ToInt32(code, i) : OperandSize(operation.OperandType);
        }

        return branches;
    }

    private static int OperandSize(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static NetworkSpec Deep(int layers, int width) => new(
        [.. Enumerable.Repeat(width, layers + 1)], [.. Enumerable.Repeat((ActivationSpec)Activation.Tanh, layers)], Loss.MeanSquaredError);

    private static NetworkSpec EveryActivation(int width)
    {
        ActivationSpec[] activations = [.. Enum.GetValues<Activation>().Select(x => (ActivationSpec)x)];
        return new([.. Enumerable.Repeat(width, activations.Length + 1)], activations, Loss.MeanSquaredError);
    }
}
