namespace NetGen.RuntimeTests.Files;

/// <summary>Bytes in a stream that cannot seek and does not know its length, as one from a network.</summary>
internal sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();
}
