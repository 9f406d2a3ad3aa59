namespace NetGen;

/// <summary>Activation functions that a layer may end with. <c>z</c> is the pre-activation, <c>a</c> the output.</summary>
public enum Activation
{
    /// <summary>a = z.</summary>
    Identity,

    /// <summary>a = 1 / (1 + e⁻ᶻ).</summary>
    Sigmoid,

    /// <summary>a = tanh z.</summary>
    Tanh,

    /// <summary>a = max(0, z).</summary>
    ReLU,

    /// <summary>a = z for z &gt; 0, slope · z otherwise (see <c>LeakyReLUSlope</c>).</summary>
    LeakyReLU,

    /// <summary>a = z for z &gt; 0, α(eᶻ − 1) otherwise (see <c>ELUAlpha</c>).</summary>
    ELU,

    /// <summary>a = λz for z &gt; 0, λα(eᶻ − 1) otherwise, with the constants of Klambauer et al. (2017).</summary>
    SELU,

    /// <summary>a = z Φ(z) = z/2 (1 + erf(z/√2)), the exact Gaussian error linear unit.</summary>
    GELU,

    /// <summary>a = z/2 (1 + tanh(√(2/π)(z + 0.044715 z³))), the tanh approximation of GELU.</summary>
    GELUTanh,

    /// <summary>a = z · sigmoid(z), also known as Swish.</summary>
    SiLU,

    /// <summary>a = z · tanh(softplus(z)).</summary>
    Mish,

    /// <summary>a = ln(1 + eᶻ).</summary>
    Softplus,

    /// <summary>a = z / (1 + |z|).</summary>
    Softsign,

    /// <summary>a = clip(z/6 + ½, 0, 1).</summary>
    HardSigmoid,

    /// <summary>a = z · clip(z/6 + ½, 0, 1).</summary>
    HardSwish,

    /// <summary>a = clip(z, −1, 1).</summary>
    HardTanh,

    /// <summary>aᵢ = e^zᵢ / Σⱼ e^zⱼ over the outputs of a row.</summary>
    Softmax,

    /// <summary>aᵢ = zᵢ − ln Σⱼ e^zⱼ over the outputs of a row.</summary>
    LogSoftmax,
}
