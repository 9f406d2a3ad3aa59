using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace NetGen.Rows;

/// <summary>
/// What happens to the elements of a row: of a softmax, a loss over classes. An element x, and beside it y of a second row,
/// is looked at up to three times: for the <see cref="Reference"/> of the row, for the sums of what is kept of it, and for
/// its result and loss. What belongs to the whole row comes as a vector of equal lanes.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface IRowOperator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What has to be known of the row of x before anything else.</summary>
    static virtual RowReference Reference => RowReference.None;

    /// <summary>Whether y is 1 at the label of the row and 0 elsewhere, instead of being read from memory.</summary>
    static virtual bool TakesLabels => false;

    /// <summary>Whether x is all that matters, and y may be anything.</summary>
    static virtual bool IsUnary => false;

    /// <summary>Number of sums over the row, 0 to 2.</summary>
    static virtual int Sums => 0;

    /// <summary>
    /// Whether <see cref="Keep"/> is worth storing in the memory of the result until the last look; otherwise it is computed
    /// again. If so, the result must not need x, whose memory it may share, nor the loss the number d of the row.
    /// </summary>
    static virtual bool Keeps => false;

    /// <summary>Whether the results are gradients, to be scaled and rid of the negligible ones.</summary>
    static virtual bool IsGradient => false;

    /// <summary>Whether a loss is summed over the row.</summary>
    static virtual bool HasLoss => false;

    /// <summary>Whether the loss is 0 but at the label of the row.</summary>
    static virtual bool LossIsOfLabel => false;

    /// <summary>
    /// Whether the sums of a row, and what follows from them, take longer than to transpose it, so that many short rows are
    /// better taken one per lane (<see cref="RowTiles{TOperator, T, TVector, TSimd}"/>). Its reference is not the labelled element.
    /// </summary>
    static virtual bool FitsTiles => false;

    /// <summary>What is kept of an element: x unless stated.</summary>
    [MethodImpl(AggressiveInlining)]
    static virtual TVector Keep<TVector, TSimd>(TVector x, TVector y, TVector reference)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        x;

    /// <summary>An element's part of the first sum: what is kept unless stated.</summary>
    [MethodImpl(AggressiveInlining)]
    static virtual TVector First<TVector, TSimd>(TVector kept, TVector x, TVector y)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        kept;

    /// <summary>An element's part of the second sum: y unless stated.</summary>
    [MethodImpl(AggressiveInlining)]
    static virtual TVector Second<TVector, TSimd>(TVector kept, TVector x, TVector y)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        y;

    /// <summary>The number c of a row: the first sum unless stated. The lanes are rows, or there is one.</summary>
    [MethodImpl(AggressiveInlining)]
    static virtual TVector Factor<TVector, TSimd>(TVector first, TVector second)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        first;

    /// <summary>The number d of a row: the first sum unless stated. The lanes are rows, or there is one.</summary>
    [MethodImpl(AggressiveInlining)]
    static virtual TVector Offset<TVector, TSimd>(TVector first, TVector second)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        first;

    /// <summary>An element's result: what is kept unless stated.</summary>
    [MethodImpl(AggressiveInlining)]
    static virtual TVector Result<TVector, TSimd>(TVector kept, TVector x, TVector y, TVector c, TVector d)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        kept;

    /// <summary>An element's part of the loss.</summary>
    [MethodImpl(AggressiveInlining)]
    static virtual TVector Loss<TVector, TSimd>(TVector x, TVector y, TVector reference, TVector d)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        x;

    /// <summary>Whether the sums of a row have a part of the loss of their own.</summary>
    static virtual bool SumsHaveLoss => false;

    /// <summary>
    /// The part of the loss that the sums of a row have, 0 where both are 1. The lanes are rows: a logarithm of one number
    /// takes as long as one of a vector, and longer than all the rest of a short row.
    /// </summary>
    [MethodImpl(AggressiveInlining)]
    static virtual TVector LossOfSums<TVector, TSimd>(TVector first, TVector second)
        where TVector : struct
        where TSimd : struct, ISimd<TVector, T> =>
        first;
}
