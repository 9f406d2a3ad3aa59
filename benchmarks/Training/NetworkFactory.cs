namespace NetGen.TrainingBenchmark;

/// <summary>Creates a network from a seed. An interface with static members cannot be an argument of <see cref="Func{T, TResult}"/>.</summary>
/// <param name="seed">The seed.</param>
internal delegate ITrainableNetwork<float> NetworkFactory(int seed);
