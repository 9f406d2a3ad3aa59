namespace NetGen.Files;

/// <summary>How the tensors of a file make the parameters of a network. The defaults are what <c>Save</c> writes.</summary>
public sealed class ModelFileOptions
{
    internal static readonly ModelFileOptions Default = new();

    /// <summary>How weights and biases are stored; <see cref="ModelLayout.PyTorch"/> unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to none of the layouts.</exception>
    public ModelLayout Layout
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Layout), value, "It is none of the layouts.");
    }

    /// <summary>How the tensors are named; <c>layers.0.weight</c>, <c>layers.0.bias</c>, … unless set.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public TensorNames Names { get; init => field = value ?? throw new ArgumentNullException(nameof(Names)); } = TensorNames.PyTorch();

    /// <summary>Whether a file may hold tensors that the network does not take; if not, which is the default, they are an error.</summary>
    public bool IgnoreExtraTensors { get; init; }

    /// <summary>Whether NaN and infinities among the parameters are an error on reading; if not, which is the default, they are read.</summary>
    public bool RequireFinite { get; init; }
}
