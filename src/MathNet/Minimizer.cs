namespace NetGen.MathNet;

/// <summary>A method that <see cref="SecondOrder"/> minimises the loss by.</summary>
public enum Minimizer
{
    /// <summary>
    /// Broyden, Fletcher, Goldfarb and Shanno's method. It keeps an approximation of the inverse Hessian, of the square of the
    /// number of parameters, so it is for up to <see cref="SecondOrder.BfgsParameterLimit"/> parameters.
    /// </summary>
    Bfgs,

    /// <summary>BFGS that keeps the last <see cref="MinimizerOptions.Memory"/> steps in place of a matrix.</summary>
    LimitedMemoryBfgs,

    /// <summary>Nonlinear conjugate gradients in the form of Polak and Ribière, with restarts.</summary>
    ConjugateGradient,

    /// <summary>
    /// Newton's method in a trust region; each step is found by conjugate gradients (Steihaug, 1983), whose products with the
    /// Hessian are central differences of two gradients.
    /// </summary>
    TrustRegionNewtonCG,

    /// <summary>Nelder and Mead's simplex, which needs no gradient. For few parameters.</summary>
    NelderMead,
}
