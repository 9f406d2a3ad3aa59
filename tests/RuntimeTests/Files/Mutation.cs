using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NetGen.Initialization;

namespace NetGen.RuntimeTests.Files;

/// <summary>Damages a file in one of the ways in which files are damaged by chance or by intent.</summary>
internal static partial class Mutation
{
    private static readonly string[] Numbers = ["-1", "0", "1", "2", "3", "1.5", "1e3", "007", "2147483648", "4294967296", "9223372036854775807", "18446744073709551616", "[]", "null", "\"4\""];
    private static readonly string[] Words = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0061", "\\ud800", "F64", "F16", "BOOL", "I8", "shape", "dtype", "layers.0.bias", "__metadata__", "null", "true", "\u00e4", "\0", "[[[[", " "];

    public static byte[] Of(byte[] file, ref RandomSource random)
    {
        byte[] bytes = [.. file];
        int headerLength = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        switch (random.NextBelow(8))
        {
            case 0:
                bytes[random.NextBelow(bytes.Length)] ^= (byte)(1 << random.NextBelow(8));
                return bytes;
            case 1:
                return bytes[..random.NextBelow(bytes.Length)];
            case 2:
                int inserted = random.NextBelow(bytes.Length + 1);
                return [.. bytes[..inserted], (byte)random.NextBelow(256), .. bytes[inserted..]];
            case 3:
                int removed = random.NextBelow(bytes.Length);
                return [.. bytes[..removed], .. bytes[(removed + 1)..]];
            case 4:
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)random.NextBelow(1 << 30) << random.NextBelow(40));
                return bytes;
            case 5:
                bytes[8 + random.NextBelow(headerLength)] = (byte)random.NextBelow(256);
                return bytes;
            case 6:
                return WithHeader(file, headerLength, EditNumber(Header(file, headerLength), ref random));
            default:
                return WithHeader(file, headerLength, EditWord(Header(file, headerLength), ref random));
        }
    }

    private static string Header(byte[] file, int length) => Encoding.UTF8.GetString(file, 8, length);

    private static string EditNumber(string header, ref RandomSource random)
    {
        MatchCollection numbers = Integer().Matches(header);
        Match number = numbers[random.NextBelow(numbers.Count)];
        string other = random.NextBelow(2) == 0
            ? Numbers[random.NextBelow(Numbers.Length)]
            : (long.Parse(number.Value, CultureInfo.InvariantCulture) + random.NextBelow(17) - 8).ToString(CultureInfo.InvariantCulture);
        return header[..number.Index] + other + header[(number.Index + number.Length)..];
    }

    private static string EditWord(string header, ref RandomSource random)
    {
        int start = random.NextBelow(header.Length), end = Math.Min(header.Length, start + random.NextBelow(6));
        return header[..start] + Words[random.NextBelow(Words.Length)] + header[end..];
    }

    /// <summary>A header that is changed on purpose comes with its right length.</summary>
    private static byte[] WithHeader(byte[] file, int oldLength, string header) =>
        RawFile.Of(Encoding.UTF8.GetBytes(header), file[(8 + oldLength)..]);

    [GeneratedRegex(@"(?<=[\[,])\d+")]
    private static partial Regex Integer();
}
