using NetGen.Peers.Managed;

namespace NetGen.Peers.Networks;

/// <summary>The nine networks that are measured.</summary>
internal static class Catalog
{
    public static readonly NetworkSpec[] All =
    [
        new("T1", T1.Layers.ToArray(), Loss.BinaryCrossEntropy, () => NetGenPeer.Of(new T1()), () => NetGenPeer.Of(new T1Double())),
        new("T2", T2.Layers.ToArray(), Loss.BinaryCrossEntropy, () => NetGenPeer.Of(new T2()), () => NetGenPeer.Of(new T2Double())),
        new("S1", S1.Layers.ToArray(), Loss.CategoricalCrossEntropy, () => NetGenPeer.Of(new S1()), () => NetGenPeer.Of(new S1Double())),
        new("S2", S2.Layers.ToArray(), Loss.MeanSquaredError, () => NetGenPeer.Of(new S2()), () => NetGenPeer.Of(new S2Double())),
        new("M1", M1.Layers.ToArray(), Loss.CategoricalCrossEntropy, () => NetGenPeer.Of(new M1()), () => NetGenPeer.Of(new M1Double())),
        new("M2", M2.Layers.ToArray(), Loss.BinaryCrossEntropy, () => NetGenPeer.Of(new M2()), () => NetGenPeer.Of(new M2Double())),
        new("L1", L1.Layers.ToArray(), Loss.CategoricalCrossEntropy, () => NetGenPeer.Of(new L1()), () => NetGenPeer.Of(new L1Double())),
        new("L2", L2.Layers.ToArray(), Loss.CategoricalCrossEntropy, () => NetGenPeer.Of(new L2()), () => NetGenPeer.Of(new L2Double())),
        new("A1", A1.Layers.ToArray(), Loss.MeanSquaredError, () => NetGenPeer.Of(new A1()), () => NetGenPeer.Of(new A1Double())),
    ];
}
