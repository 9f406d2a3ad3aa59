extern alias Generator;

using Generator::NetGen.Generator.Graph;
using Generator::NetGen.Generator.Model;
using Generator::NetGen.Generator.Passes;
using GeneratorActivation = Generator::NetGen.Activation;
using GeneratorLoss = Generator::NetGen.Loss;

namespace NetGen.GeneratorTests.Graph;

/// <summary>The text form of a graph after each pass.</summary>
public sealed class PassTests
{
    [Fact]
    public void Lowering_makes_a_dense_op_and_an_activation_per_layer()
    {
        Assert.Equal(
            """
            %0 = input() {Inputs} : [rows, 2]
            %1 = dense(%0) {layer=0 [2, 3] weights=0 biases=6} : [rows, 3]
            %2 = activation(%1) {Tanh} : [rows, 3]
            %3 = dense(%2) {layer=1 [3, 1] weights=9 biases=12} : [rows, 1]
            %4 = activation(%3) {Sigmoid} : [rows, 1]
            """,
            Lowering.Lower(Declaration(GeneratorActivation.Sigmoid, GeneratorLoss.BinaryCrossEntropy)).ToString());
    }

    [Fact]
    public void Without_biases_the_weights_are_contiguous()
    {
        NetworkDeclaration declaration = Declaration(GeneratorActivation.Sigmoid, GeneratorLoss.BinaryCrossEntropy);

        string text = Lowering.Lower(declaration with { Options = declaration.Options with { Bias = false } }).ToString();

        Assert.Contains("{layer=1 [3, 1] weights=6}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_takes_the_loss_on_logits_and_the_input_gradient_before_the_parameter_gradient()
    {
        NetworkPlan plan = Plan(GeneratorActivation.Sigmoid, GeneratorLoss.BinaryCrossEntropy);

        Assert.Equal(
            """
            %0 = input() {Inputs} : [rows, 2]
            %1 = dense(%0) {layer=0 [2, 3] weights=0 biases=6} : [rows, 3]
            %2 = activation(%1) {Tanh} : [rows, 3]
            %3 = dense(%2) {layer=1 [3, 1] weights=9 biases=12} : [rows, 1]
            %4 = input() {Targets} : [rows, 1]
            %5 = loss-gradient(%3, %4) {BinaryCrossEntropyWithLogits} : [rows, 1]
            %6 = dense-input-gradient(%5) {layer=1 [3, 1] weights=9 biases=12} : [rows, 3]
            %7 = dense-parameter-gradient(%2, %5) {layer=1 [3, 1] weights=9 biases=12} : [rows, 0]
            %8 = activation-gradient(%6, %2) {Tanh from Output} : [rows, 3]
            %9 = dense-parameter-gradient(%0, %8) {layer=0 [2, 3] weights=0 biases=6} : [rows, 0]
            """,
            plan.Training.Graph.ToString());
    }

    [Theory]
    [InlineData(GeneratorActivation.Softmax, GeneratorLoss.CategoricalCrossEntropy, GeneratorLoss.SoftmaxCrossEntropy)]
    [InlineData(GeneratorActivation.Sigmoid, GeneratorLoss.BinaryCrossEntropy, GeneratorLoss.BinaryCrossEntropyWithLogits)]
    [InlineData(GeneratorActivation.LogSoftmax, GeneratorLoss.NegativeLogLikelihood, GeneratorLoss.SoftmaxCrossEntropy)]
    [InlineData(GeneratorActivation.Tanh, GeneratorLoss.MeanSquaredError, GeneratorLoss.MeanSquaredError)]
    public void Losses_on_probabilities_are_fused_with_the_activation_before_them(object activation, object loss, object fused)
    {
        NetworkPlan plan = Plan((GeneratorActivation)activation, (GeneratorLoss)loss);

        Assert.Equal((GeneratorLoss)fused, plan.FusedLoss.BuiltIn);
        Assert.Equal(!loss.Equals(fused), plan.IsLossFused);
    }

    [Fact]
    public void Identity_activations_leave_no_node()
    {
        Assert.DoesNotContain("Identity", Plan(GeneratorActivation.Identity, GeneratorLoss.MeanSquaredError).Inference.Graph.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_live_at_the_same_time_share_no_scratch()
    {
        ComputeProgram program = Plan(GeneratorActivation.Softmax, GeneratorLoss.Huber).Training;
        foreach (Node node in program.Graph.Nodes)
        {
            IEnumerable<Node> alive = program.Graph.Nodes.Where(other => other.Id < node.Id && program.Graph.Users(other.Id).Any(user => user.Id > node.Id));
            foreach (Node other in alive)
            {
                Assert.False(Overlap(program.BufferOf(node), program.BufferOf(other)), $"{node} overwrites {other}");
            }
        }
    }

    private static bool Overlap(BufferSlot left, BufferSlot right) =>
        left.Kind == BufferKind.Scratch
        && right.Kind == BufferKind.Scratch
        && left.OffsetPerRow < right.OffsetPerRow + right.Columns
        && right.OffsetPerRow < left.OffsetPerRow + left.Columns;

    private static NetworkPlan Plan(GeneratorActivation last, GeneratorLoss loss)
    {
        NetworkDeclaration declaration = Declaration(last, loss);
        return Planner.Plan(declaration, Lowering.Lower(declaration));
    }

    private static NetworkDeclaration Declaration(GeneratorActivation last, GeneratorLoss loss) => new(
        new TargetType("Tests", EquatableArray<string>.Empty, "Network", ""),
        new EquatableArray<int>([2, 3, 1]),
        new EquatableArray<ActivationSpec>([new ActivationSpec(GeneratorActivation.Tanh), new ActivationSpec(last)]),
        new LossSpec(loss),
        new NetworkOptions());
}
