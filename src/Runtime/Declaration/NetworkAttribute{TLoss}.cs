using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Declares a fully connected network whose loss is the struct <typeparamref name="TLoss"/>.</summary>
/// <typeparam name="TLoss">A struct that implements <see cref="ILoss{T}"/> for the network's number type.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute<TLoss> : NetworkAttribute
    where TLoss : struct
{
    /// <summary>Declares a network.</summary>
    /// <param name="layers">The input size, then the output size of each dense layer; all at least 1.</param>
    /// <param name="activations">One activation per dense layer.</param>
    [OverloadResolutionPriority(1)] // an empty list is one of activations
    public NetworkAttribute(int[] layers, Activation[] activations)
    {
    }

    /// <summary>Declares a network with activations of your own.</summary>
    /// <param name="layers">The input size, then the output size of each dense layer; all at least 1.</param>
    /// <param name="activations">One per dense layer: an <see cref="Activation"/>, or the type of a struct that implements <see cref="IActivation{T}"/>.</param>
    public NetworkAttribute(int[] layers, object[] activations)
    {
    }
}
