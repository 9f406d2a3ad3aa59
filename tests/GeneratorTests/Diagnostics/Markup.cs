using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.GeneratorTests.Diagnostics;

/// <summary>Source in which <c>{|NETGEN001:…|}</c> marks where a diagnostic is expected.</summary>
internal sealed record Markup(string Source, IReadOnlyList<(string Id, TextSpan Span)> Expected)
{
    private const string Open = "{|";
    private const string Close = "|}";

    public static Markup Parse(string text)
    {
        StringBuilder source = new();
        List<(string, TextSpan)> expected = [];
        Stack<(string Id, int Start)> open = [];
        for (int i = 0; i < text.Length;)
        {
            if (At(Open))
            {
                int colon = text.IndexOf(':', i);
                open.Push((text[(i + Open.Length)..colon], source.Length));
                i = colon + 1;
            }
            else if (At(Close))
            {
                (string id, int start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
                i += Close.Length;
            }
            else
            {
                source.Append(text[i++]);
            }

            bool At(string mark) => string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0;
        }

        return new Markup(source.ToString(), expected);
    }
}
