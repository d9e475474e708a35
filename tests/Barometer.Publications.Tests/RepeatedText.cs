using System.Text;

namespace Barometer.Publications.Tests;

/// <summary>A text again and again, made as it is read.</summary>
internal sealed class RepeatedText(string text, long length) : Stream
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var (most, read) = (Math.Min(count, length - Position), 0);
        for (; read < most; read++)
            buffer[offset + read] = _bytes[Position++ % _bytes.Length];
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
