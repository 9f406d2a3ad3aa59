using System.Numerics;

namespace NetGen.Training;

/// <summary>What one step does to one parameter. How memory is passed through it is <see cref="UpdateWalk{T, TUpdate}"/>'s.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface IUpdate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The state vectors that are read and written.</summary>
    static abstract StateSlots Slots { get; }

    /// <summary>The updated parameters.</summary>
    /// <param name="parameter">θ.</param>
    /// <param name="gradient">g.</param>
    /// <param name="first">The state in the first slot, updated; likewise the others.</param>
    /// <param name="second">The state in the second slot.</param>
    /// <param name="third">The state in the third slot.</param>
    TVector Invoke<TVector, TSimd>(
        TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T>;
}
