using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>Damages source at random: drops, swaps, repeats and replaces tokens. The same seed gives the same damage.</summary>
internal sealed class Damage(int seed)
{
    private const int MostChanges = 3;

    private static readonly string[] Extremes =
    [
        "int.MaxValue", "int.MinValue", "2147483648", "-1", "0", "1e400", "double.NaN", "null", "default", "\"\"", "'x'", "\"open",
        "typeof(int)", "typeof(void)", "typeof(T)", "typeof(System.Collections.Generic.List<>)", "(Activation)99", "(Loss)(-1)", "new int[0]",
        "[]", "[[]]", "..", "^1", "{", "}", "(", ")", "[", "]", "<", ">", ",", ";", "=", ":", "static", "abstract", "sealed", "record", "struct",
        "interface", "enum", "file", "partial", "readonly", "ref", "unsafe", "async", "this", "base", "where T : class", "<T, U>", "Forward",
        "InputSize", "_parameters", "Net", "Loss", "Activation", "@class", "é", "/*", "//", "#if X", "#nullable disable", "delegate*<void>", "dynamic",
    ];

    private readonly Random _random = new(seed);

    public string Of(string source)
    {
        List<string> tokens = [.. SyntaxFactory.ParseTokens(source).Select(token => token.Text).Where(text => text.Length > 0)];
        for (int changes = _random.Next(1, MostChanges + 1); changes > 0 && tokens.Count > 1; changes--)
        {
            Change(tokens);
        }

        return string.Join(' ', tokens.Select(token => token.StartsWith('#') ? $"\n{token}\n" : token));
    }

    private void Change(List<string> tokens)
    {
        int at = _random.Next(tokens.Count);
        int other = _random.Next(tokens.Count);
        switch (_random.Next(5))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 2:
                tokens.Insert(at, tokens[at]);
                break;
            case 3:
                tokens.Insert(at, tokens[other]);
                break;
            default:
                tokens[at] = Extremes[_random.Next(Extremes.Length)];
                break;
        }
    }
}
