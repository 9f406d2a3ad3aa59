// Compares elementary functions in Single with a double reference over all 2^32 floats:
//   dotnet run -c Release --project benchmarks/Accuracy [exp] [tanh] [sigmoid] [expm1] [log] [log1p] [softplus] [erf] [all]
// Without names it takes the three whose bound is a promise: exp, tanh and sigmoid.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using NetGen.Accuracy;
using NetGen.RuntimeTests.Numerics;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string[] known = [.. ElementaryFunction.All.Select(f => f.Name)];
string[] names = args.Length == 0 ? ["exp", "tanh", "sigmoid"] : args is ["all"] ? known : args;
if (names.Except(known).ToArray() is [string unknown, ..])
{
    Console.Error.WriteLine($"There is no function '{unknown}'. Known: {string.Join(", ", known)}, all.");
    return 1;
}

Width width = Vector512.IsHardwareAccelerated ? Width.Vector512 : Width.Vector;
bool fused = System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported;
Console.WriteLine($"{width}<float> of {(width == Width.Vector512 ? 512 : System.Numerics.Vector<byte>.Count * 8)} bits, {(fused ? "with" : "without")} fused multiply-add");
Console.WriteLine("function   max ULP  at argument      found            expected                 time");
bool withinBounds = true;
foreach (ElementaryFunction function in names.Select(ElementaryFunction.Named))
{
    Stopwatch watch = Stopwatch.StartNew();
    WorstCase worst = Sweep.AllFloats(function, width);
    withinBounds &= worst.Error <= function.SingleBound;
    Console.WriteLine($"{function.Name,-8} {worst.Error,9:F4}  {worst.Argument,-15:R}  {worst.Actual,-15:R}  {worst.Expected,-23:R}  {watch.Elapsed.TotalSeconds:F0} s");
}

return withinBounds ? 0 : 2;
