using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace NetGen.Testing;

/// <summary>
/// Compares a text with <c>Class.Method#Hint.verified.cs</c> beside the test and leaves <c>.received.cs</c> on a
/// difference: the conventions of Verify, so that Verify.Xunit can take over the same files. To accept what was received,
/// rename it, or run the tests with <c>NETGEN_ACCEPT_SNAPSHOTS=1</c>.
/// </summary>
internal static class Snapshot
{
    private const string AcceptVariable = "NETGEN_ACCEPT_SNAPSHOTS";

    public static void Verify(
        string text, string hint, string extension = "cs", [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        string name = $"{Path.ChangeExtension(testFile, null)}.{method}#{hint}";
        string verified = $"{name}.verified.{extension}", received = $"{name}.received.{extension}";
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(verified, text);
        }

        string expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new XunitException($"{Path.GetFileName(received)} differs from {Path.GetFileName(verified)}\n{FirstDifference(expected, text)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] before = expected.Split('\n'), after = actual.Split('\n');
        int line = Enumerable.Range(0, Math.Min(before.Length, after.Length)).TakeWhile(i => before[i] == after[i]).Count();
        return $"line {line + 1}\n- {before.ElementAtOrDefault(line)}\n+ {after.ElementAtOrDefault(line)}";
    }
}
