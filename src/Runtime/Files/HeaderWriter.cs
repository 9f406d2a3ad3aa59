using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetGen.Files;

/// <summary>Writes what precedes the data of a safetensors file: the length of the header and the header.</summary>
internal static class HeaderWriter
{
    /// <summary>Text beyond ASCII stays readable, as the official writer leaves it.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes before the data, of which the tensors take theirs in the order given.</summary>
    /// <exception cref="InvalidOperationException">Header or data are larger than can be read again.</exception>
    public static ReadOnlySpan<byte> Write(IEnumerable<StoredTensor> tensors, Dictionary<string, string> metadata)
    {
        MemoryStream buffer = new();
        buffer.Write(stackalloc byte[SafeTensorsHeader.PrefixLength]);
        using (Utf8JsonWriter json = new(buffer, Options))
            Write(json, tensors, metadata);
        while (buffer.Length % SafeTensorsHeader.Alignment != 0)
            buffer.WriteByte((byte)' ');

        Span<byte> bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        int headerLength = bytes.Length - SafeTensorsHeader.PrefixLength;
        if (headerLength > SafeTensorsHeader.MaxLength)
            throw new InvalidOperationException($"The header takes {headerLength} bytes, but the format allows at most {SafeTensorsHeader.MaxLength}.");
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)headerLength);
        return bytes;
    }

    /// <exception cref="ArgumentException">A text holds half a surrogate pair.</exception>
    public static void RequireUnicode(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        try
        {
            StrictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException("The text is not valid Unicode: half of a surrogate pair stands alone.", name, e);
        }
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<StoredTensor> tensors, Dictionary<string, string> metadata)
    {
        json.WriteStartObject();
        if (metadata.Count > 0)
            WriteMetadata(json, metadata);
        long begin = 0;
        foreach (StoredTensor tensor in tensors)
        {
            WriteTensor(json, tensor, begin);
            begin += tensor.Data.Length;
        }

        if (begin > Array.MaxLength)
            throw new InvalidOperationException($"The tensors take {begin} bytes, but at most {Array.MaxLength} could be read again.");
        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, Dictionary<string, string> metadata)
    {
        json.WriteStartObject(SafeTensorsHeader.MetadataName);
        foreach ((string key, string text) in metadata.OrderBy(x => x.Key, StringComparer.Ordinal))
            json.WriteString(key, text);
        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, StoredTensor tensor, long begin)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Type.ToString());
        json.WriteStartArray("shape");
        foreach (int length in tensor.Shape)
            json.WriteNumberValue(length);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin + tensor.Data.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
