using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// Declares a fully connected network. On a <see langword="partial"/> class the compiler adds <c>Forward</c>,
/// <c>Backward</c> and the other members of <see cref="ITrainableNetwork{T}"/>.
/// </summary>
/// <example>
/// <code>
/// [Network([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy)]
/// public partial class Circles;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public class NetworkAttribute : Attribute
{
    /// <summary>Declares a network.</summary>
    /// <param name="layers">The input size, then the output size of each dense layer; all at least 1.</param>
    /// <param name="activations">One activation per dense layer.</param>
    /// <param name="loss">The loss that <c>Evaluate</c>, <c>Backward</c> and <c>SgdStep</c> compute.</param>
    [OverloadResolutionPriority(1)] // an empty list is one of activations
    public NetworkAttribute(int[] layers, Activation[] activations, Loss loss)
    {
    }

    /// <summary>Declares a network with a loss of your own.</summary>
    /// <param name="layers">The input size, then the output size of each dense layer; all at least 1.</param>
    /// <param name="activations">One activation per dense layer.</param>
    /// <param name="loss">A struct that implements <see cref="ILoss{T}"/>; an open generic struct is closed with the network's number type.</param>
    [OverloadResolutionPriority(1)] // an empty list is one of activations
    public NetworkAttribute(int[] layers, Activation[] activations, Type loss)
    {
    }

    /// <summary>Declares a network with activations of your own.</summary>
    /// <param name="layers">The input size, then the output size of each dense layer; all at least 1.</param>
    /// <param name="activations">One per dense layer: an <see cref="Activation"/>, or the type of a struct that implements <see cref="IActivation{T}"/>.</param>
    /// <param name="loss">The loss that <c>Evaluate</c>, <c>Backward</c> and <c>SgdStep</c> compute.</param>
    public NetworkAttribute(int[] layers, object[] activations, Loss loss)
    {
    }

    /// <summary>Declares a network with activations and a loss of your own.</summary>
    /// <param name="layers">The input size, then the output size of each dense layer; all at least 1.</param>
    /// <param name="activations">One per dense layer: an <see cref="Activation"/>, or the type of a struct that implements <see cref="IActivation{T}"/>.</param>
    /// <param name="loss">A struct that implements <see cref="ILoss{T}"/>; an open generic struct is closed with the network's number type.</param>
    public NetworkAttribute(int[] layers, object[] activations, Type loss)
    {
    }

    private protected NetworkAttribute()
    {
    }

    /// <summary>The number type of parameters, inputs and outputs.</summary>
    public Precision Precision { get; set; } = Precision.Single;

    /// <summary>The distribution that the weights start from.</summary>
    public Initializer Initializer { get; set; } = Initializer.Auto;

    /// <summary>Whether an elementwise loss is divided by the number of outputs.</summary>
    public LossReduction Reduction { get; set; } = LossReduction.MeanOverOutputs;

    /// <summary>Whether the layers have biases.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>The slope of <see cref="Activation.LeakyReLU"/> below 0.</summary>
    public double LeakyReLUSlope { get; set; } = 0.01;

    /// <summary>The α of <see cref="Activation.ELU"/>.</summary>
    public double ELUAlpha { get; set; } = 1;

    /// <summary>The derivative of <see cref="Activation.ReLU"/> at exactly 0; PyTorch and TensorFlow use 0.</summary>
    public double ReLUGradientAtZero { get; set; }

    /// <summary>The δ of <see cref="Loss.Huber"/>: the error at which it turns from quadratic to linear.</summary>
    public double HuberDelta { get; set; } = 1;

    /// <summary>The margin of <see cref="Loss.MulticlassHinge"/> and <see cref="Loss.BinaryHinge"/>.</summary>
    public double HingeMargin { get; set; } = 1;
}
