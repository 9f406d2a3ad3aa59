// Times the members of a few networks, the elementwise functions and the losses of rows:
//   dotnet run -c Release --project benchmarks/Kernels -- --filter '*'
// In one process: the source generator's project reference does not survive in the projects that BenchmarkDotNet writes.
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

IConfig config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
