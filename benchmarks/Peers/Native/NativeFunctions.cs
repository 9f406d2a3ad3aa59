using System.Runtime.InteropServices;

namespace NetGen.Peers.Native;

/// <summary>The functions of one peer for one network, <c>forward_variant_network</c> and its kin.</summary>
internal sealed unsafe class NativeFunctions(nint library, string suffix)
{
    public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, void*, void*, int, void> Forward =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, void*, void*, int, void>)NativeLibrary.GetExport(library, $"forward_{suffix}");

    public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, void*, void*, float, int, float> TrainSingle =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, void*, void*, float, int, float>)NativeLibrary.GetExport(library, $"train_{suffix}");

    public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, void*, void*, double, int, double> TrainDouble =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, void*, void*, double, int, double>)NativeLibrary.GetExport(library, $"train_{suffix}");

    public readonly delegate* unmanaged[Cdecl]<void*, void*, int, void> Pack =
        (delegate* unmanaged[Cdecl]<void*, void*, int, void>)NativeLibrary.GetExport(library, $"pack_{suffix}");

    public static bool Exist(nint library, string suffix) => NativeLibrary.TryGetExport(library, $"forward_{suffix}", out _);
}
