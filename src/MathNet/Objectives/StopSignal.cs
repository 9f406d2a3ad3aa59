using MathNet.Numerics.Optimization;

namespace NetGen.MathNet;

/// <summary>
/// Leaves a method of Math.NET from inside the function that it minimises. Some methods wrap it in another
/// <see cref="OptimizationException"/>, so what it stands for is kept by <see cref="Minimization"/>.
/// </summary>
internal sealed class StopSignal() : OptimizationException("The minimisation is to stop.");
