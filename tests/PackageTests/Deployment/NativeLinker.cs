using System.ComponentModel;
using System.Diagnostics;

namespace NetGen.PackageTests.Deployment;

/// <summary>The C compiler that Native AOT links by: clang, or on Linux gcc where clang is missing; on Windows that of Visual Studio.</summary>
internal static class NativeLinker
{
    /// <summary>Why nothing can be linked; null where it can.</summary>
    public static string? Missing()
    {
        if (OperatingSystem.IsWindows())
            return File.Exists(Locator) ? null : "Native AOT links by Visual Studio's C++ tools, which are not installed";
        bool links = Links("clang") ?? Links("gcc") ?? false;
        return links ? null : "Native AOT links by clang or gcc with the C library's headers, which are not installed";
    }

    private static string Locator => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer", "vswhere.exe");

    /// <summary>Whether a compiler makes an executable of the least program; null where there is no such compiler.</summary>
    private static bool? Links(string compiler)
    {
        string output = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start = new(compiler, ["-x", "c", "-", "-o", output]) { RedirectStandardInput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            process.StandardInput.Write("#include <stdlib.h>\nint main(void) { return 0; }\n");
            process.StandardInput.Close();
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(output);
        }
    }
}
