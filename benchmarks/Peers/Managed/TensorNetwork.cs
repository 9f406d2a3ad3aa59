using System.Numerics.Tensors;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Managed;

/// <summary>Products and activations by <see cref="TensorPrimitives"/>.</summary>
internal sealed class TensorNetwork(NetworkSpec network) : HandwrittenNetwork(network)
{
    protected override float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y) => TensorPrimitives.Dot(x, y);

    protected override void Add(Span<float> y, ReadOnlySpan<float> x, float factor) =>
        TensorPrimitives.MultiplyAdd(x, factor, y, y);

    protected override void Activate(Span<float> z, Activation activation)
    {
        switch (activation)
        {
            case Activation.ReLU:
                TensorPrimitives.Max(z, 0, z);
                break;
            case Activation.Sigmoid:
                TensorPrimitives.Sigmoid(z, z);
                break;
            case Activation.Tanh:
                TensorPrimitives.Tanh(z, z);
                break;
            case Activation.Softmax:
                TensorPrimitives.Subtract(z, TensorPrimitives.Max(z), z);
                TensorPrimitives.SoftMax(z, z);
                break;
            default:
                break;
        }
    }
}
