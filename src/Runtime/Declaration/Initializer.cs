namespace NetGen;

/// <summary>Distributions that the weights of a layer with n inputs and m outputs start from; biases start at zero.</summary>
public enum Initializer
{
    /// <summary><see cref="HeNormal"/> for layers that end with a member of the ReLU family, <see cref="GlorotUniform"/> otherwise.</summary>
    Auto,

    /// <summary>Normal with variance 2/n (He et al., 2015).</summary>
    HeNormal,

    /// <summary>Uniform within ±√(6/n) (He et al., 2015).</summary>
    HeUniform,

    /// <summary>Normal with variance 2/(n + m) (Glorot and Bengio, 2010).</summary>
    GlorotNormal,

    /// <summary>Uniform within ±√(6/(n + m)) (Glorot and Bengio, 2010).</summary>
    GlorotUniform,

    /// <summary>Normal with variance 1/n (LeCun et al., 1998).</summary>
    LeCunNormal,

    /// <summary>Uniform within ±√(3/n) (LeCun et al., 1998).</summary>
    LeCunUniform,

    /// <summary>All weights zero.</summary>
    Zeros,
}
