using System.Buffers.Binary;
using System.Text;
using NetGen.Files;

namespace NetGen.RuntimeTests.Files;

/// <summary>Files byte by byte, whether valid or not.</summary>
internal static class RawFile
{
    public static byte[] Of(string header, int dataLength) => Of(Encoding.UTF8.GetBytes(header), new byte[dataLength]);

    public static byte[] Of(byte[] header, byte[] data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        return [.. length, .. header, .. data];
    }

    public static byte[] Of(SafeTensorsBuilder builder)
    {
        MemoryStream stream = new();
        builder.Save(stream);
        return stream.ToArray();
    }

    public static byte[] Of(FakeNetwork<float> network, ModelFileOptions? options = null) => Of(new SafeTensorsBuilder().AddNetwork(network, options));

    public static SafeTensorsFile Load(byte[] bytes) => SafeTensorsFile.Load(new MemoryStream(bytes));

    /// <summary>The message of the error by which a file is refused.</summary>
    public static string ErrorOf(byte[] bytes) => Assert.Throws<ModelFileException>(() => Load(bytes)).Message;
}
