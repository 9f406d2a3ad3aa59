using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using NetGen.Peers.Networks;

namespace NetGen.Peers.Native;

/// <summary>The compiled library, and which of its peers run here.</summary>
internal sealed class NativePeers
{
    private static readonly string[] OpenBlasNames = ["libopenblas.so.0", "libopenblas.so"];

    private readonly nint _library;
    private readonly Variant[] _variants;

    private NativePeers(nint library, Variant[] variants) => (_library, _variants) = (library, variants);

    /// <summary>The variables that OpenBLAS, in this process or another, is run with: without the first, versions that do not
    /// know the processor fall back to kernels of 128 bits.</summary>
    public static Dictionary<string, string> BlasEnvironment => new()
    {
        ["OPENBLAS_CORETYPE"] = Machine.Has512 ? "SkylakeX" : "Haswell",
        ["OPENBLAS_NUM_THREADS"] = "1",
        ["OMP_NUM_THREADS"] = "1",
    };

    public MachineLimits? Limits { get; private init; }

    /// <summary>Compiles and loads the peers; null where there is no gcc.</summary>
    public static NativePeers? Load(List<string> notes)
    {
        if (!Compiler.IsPresent)
        {
            notes.Add("No gcc: the peers in C and the limits of the machine are left out (Debian: gcc).");
            return null;
        }

        if (RuntimeInformation.ProcessArchitecture == Architecture.X64)
        {
            foreach ((string name, string value) in BlasEnvironment)
                Machine.SetVariable(name, value);
        }

        nint library = NativeLibrary.Load(new Compiler(Machine.Has512, notes).Build());
        Variant[] variants = Variant.All(Machine.Has512);
        if (!LoadOpenBlas(library, "f") || !LoadOpenBlas(library, "d"))
        {
            notes.Add("No OpenBLAS: it is left out (Debian: libopenblas-dev).");
            variants = [.. variants.Where(variant => variant.Peer != Variant.OpenBlas)];
        }

        return new NativePeers(library, variants) { Limits = MachineLimits.Of(library) };
    }

    public IEnumerable<Peer<T>> Of<T>(NetworkSpec network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (Variant variant in _variants)
        {
            string suffix = $"{variant.Symbol}_{(typeof(T) == typeof(float) ? 'f' : 'd')}_{network.Name}";
            if (NativeFunctions.Exist(_library, suffix))
                yield return new NativePeer<T>(variant.Peer, new NativeFunctions(_library, suffix), network.ParameterCount);
        }
    }

    private static unsafe bool LoadOpenBlas(nint library, string precision)
    {
        if (!NativeLibrary.TryGetExport(library, $"load_blas_{precision}_library", out nint load))
            return false;
        foreach (string name in OpenBlasNames)
        {
            fixed (byte* path = Encoding.ASCII.GetBytes(name + "\0"))
            {
                if (((delegate* unmanaged<byte*, int>)load)(path) != 0)
                    return true;
            }
        }

        return false;
    }
}
