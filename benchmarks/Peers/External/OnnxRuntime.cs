using System.Runtime.InteropServices;
using NetGen.Peers.Networks;

namespace NetGen.Peers.External;

/// <summary>ONNX Runtime's C interface: one thread, all optimisations. A field's number is its place in the struct OrtApi.</summary>
internal sealed unsafe class OnnxRuntime
{
    public const string Name = "ONNX Runtime";

    /// <summary>Names the shared library where it is not in the package onnxruntime-node of npm.</summary>
    public const string PathVariable = "ONNXRUNTIME_LIBRARY";

    private const uint ApiVersion = 14;
    private const int GetErrorMessage = 2;
    private const int CreateEnv = 3;
    private const int CreateSessionFromArray = 8;
    private const int RunSession = 9;
    private const int CreateSessionOptions = 10;
    private const int SetOptimization = 23;
    private const int SetIntraOpThreads = 24;
    private const int SetInterOpThreads = 25;
    private const int CreateTensorWithData = 49;
    private const int CreateCpuMemoryInfo = 69;
    private const int ReleaseSession = 95;
    private const int ReleaseValue = 96;
    private const int AllOptimizations = 99;
    private const int WarningLevel = 2;
    private const int ArenaAllocator = 1;
    private const int FloatType = 1;

    private readonly nint* _api;
    private readonly nint _environment;
    private readonly nint _options;
    private readonly nint _memory;

    private OnnxRuntime(nint* api)
    {
        _api = api;
        nint environment, options, memory;
        fixed (byte* name = "peers\0"u8)
            Check(((delegate* unmanaged<int, byte*, nint*, nint>)_api[CreateEnv])(WarningLevel, name, &environment));
        Check(((delegate* unmanaged<nint*, nint>)_api[CreateSessionOptions])(&options));
        foreach ((int field, int value) in new[] { (SetOptimization, AllOptimizations), (SetIntraOpThreads, 1), (SetInterOpThreads, 1) })
            Check(((delegate* unmanaged<nint, int, nint>)_api[field])(options, value));
        Check(((delegate* unmanaged<int, int, nint*, nint>)_api[CreateCpuMemoryInfo])(ArenaAllocator, 0, &memory));
        (_environment, _options, _memory) = (environment, options, memory);
    }

    /// <summary>Loads the library where it is found.</summary>
    public static OnnxRuntime? Load(List<string> notes)
    {
        if (Candidates().FirstOrDefault(path => File.Exists(path)) is not { } path || !NativeLibrary.TryLoad(path, out nint library))
        {
            notes.Add($"No ONNX Runtime: it is left out (npm: onnxruntime-node in the current directory, or {PathVariable}=…/libonnxruntime.so).");
            return null;
        }

        var getBase = (delegate* unmanaged<nint*>)NativeLibrary.GetExport(library, "OrtGetApiBase");
        nint* apiBase = getBase();
        notes.Add($"ONNX Runtime {Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)apiBase[1])())}, C interface, tensors made once, one thread.");
        return new OnnxRuntime(((delegate* unmanaged<uint, nint*>)apiBase[0])(ApiVersion));
    }

    public IEnumerable<Peer<float>> Of(NetworkSpec network) => [new OnnxPeer(this, network)];

    public nint CreateSession(ReadOnlySpan<byte> model)
    {
        nint session;
        fixed (byte* bytes = model)
        {
            Check(((delegate* unmanaged<nint, byte*, nint, nint, nint*, nint>)_api[CreateSessionFromArray])(
                _environment, bytes, model.Length, _options, &session));
        }

        return session;
    }

    /// <summary>A tensor over memory of ours.</summary>
    public nint CreateTensor(float* data, int rows, int columns)
    {
        nint tensor;
        long* shape = stackalloc long[] { rows, columns };
        Check(((delegate* unmanaged<nint, float*, nint, long*, nint, int, nint*, nint>)_api[CreateTensorWithData])(
            _memory, data, (nint)sizeof(float) * rows * columns, shape, 2, FloatType, &tensor));
        return tensor;
    }

    public void Run(nint session, byte** inputNames, nint input, byte** outputNames, nint output) =>
        Check(((delegate* unmanaged<nint, nint, byte**, nint*, nint, byte**, nint, nint*, nint>)_api[RunSession])(
            session, 0, inputNames, &input, 1, outputNames, 1, &output));

    public void DestroySession(nint session) => ((delegate* unmanaged<nint, void>)_api[ReleaseSession])(session);

    public void DestroyTensor(nint tensor) => ((delegate* unmanaged<nint, void>)_api[ReleaseValue])(tensor);

    private void Check(nint status)
    {
        if (status != 0)
            throw new InvalidOperationException(Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)_api[GetErrorMessage])(status)));
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named)
            yield return named;
        string package = Path.Combine("node_modules", "onnxruntime-node", "bin");
        string platform = Path.Combine("linux", RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64");
        foreach (string folder in Directory.Exists(package) ? Directory.GetDirectories(package, "napi-*") : [])
        {
            string files = Path.Combine(folder, platform);
            foreach (string file in Directory.Exists(files) ? Directory.GetFiles(files, "libonnxruntime.so*") : [])
                yield return file;
        }
    }
}
