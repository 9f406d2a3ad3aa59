namespace NetGen.RuntimeTests.Files;

/// <summary>Passes a number of bytes on to a stream, then fails as a full disk does: in the middle of a write.</summary>
internal sealed class FailingStream(Stream inner, long bytesLeft) : Stream
{
    public const string Message = "no space left";

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int written = (int)Math.Min(bytesLeft, buffer.Length);
        inner.Write(buffer[..written]);
        bytesLeft -= written;
        if (written < buffer.Length)
            throw new IOException(Message);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
