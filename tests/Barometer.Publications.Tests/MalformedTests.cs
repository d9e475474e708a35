using System.Text;
using Barometer.Publications.Tests.Minsk;

namespace Barometer.Publications.Tests;

public sealed class MalformedTests
{
    [Theory]
    [InlineData("1 March Cheese returned −2", "1 March Cheese returned −x", "no score")]
    [InlineData("1 March Cheese returned −2", "1 March Cheese returned", "0 of its 1 score")]
    [InlineData("1 March Cheese returned −2", "41 March Cheese returned −2", "starts with a date")]
    [InlineData("Relationship with Russia\n\nDate", "Relationship with Atlantis\n\nDate", "no such relationship")]
    [InlineData("Relationship with Russia\n\nDate", "Relationship with China\n\nDate", "has a catalogue already")]
    public void A_row_that_is_none_is_told_with_its_line_and_the_others_are_read(string right, string wrong, string why)
    {
        InventedIssue.Text.ShouldContain(right);
        var text = InventedIssue.Text.Replace(right, wrong, StringComparison.Ordinal);
        var line = text[..text.LastIndexOf(wrong, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

        var issue = Publisher.Read(text);

        var told = issue.NotUnderstood.ShouldHaveSingleItem();
        told.Line.ShouldBe(line);
        told.Why.ShouldContain(why);
        issue.Developments.Length.ShouldBeInRange(4, 6);
    }

    [Fact]
    public void An_issue_that_breaks_off_in_a_row_says_where()
    {
        var text = InventedIssue.Text[..(InventedIssue.Text.IndexOf("Cheese eaten", StringComparison.Ordinal) + 8)];

        var told = Publisher.Read(text).NotUnderstood.ShouldHaveSingleItem();

        told.Line.ShouldBe(text.Count(c => c == '\n') + 1);
        told.Text.ShouldContain("2 March Cheese");
    }

    [Fact]
    public void An_issue_that_says_one_number_and_the_months_of_another_is_refused() =>
        Publisher.Read(InventedIssue.Text.Replace("No. 20", "No. 21", StringComparison.Ordinal))
            .NotUnderstood.ShouldHaveSingleItem().Why.ShouldContain("2021-03/2021-04");

    [Fact]
    public void A_text_that_is_no_issue_is_refused()
    {
        var told = Publisher.Read("Once upon a time\nthere was a fox.").NotUnderstood.ShouldHaveSingleItem();
        (told.Line, told.Text).ShouldBe((1, "Once upon a time"));
    }

    [Fact]
    public void Binary_junk_is_refused_with_the_line_that_it_starts_on()
    {
        var nul = Publisher.Read(new MemoryStream([.. "Dear readers\n"u8, 0, 1, 2, 3]), "issue.txt").NotUnderstood.ShouldHaveSingleItem();
        var bytes = Publisher.Read(new MemoryStream([.. "Dear readers\nand\n"u8, 0xFF, 0xFE, 0xC0, 0x80]), "issue.txt").NotUnderstood.ShouldHaveSingleItem();

        (nul.Line, nul.Why).ShouldBe((2, nul.Why));
        nul.Why.ShouldContain("NUL");
        bytes.Why.ShouldContain("UTF-8");
    }

    [Theory]
    [InlineData("A line like any other, over and over.\n")]
    [InlineData("no end")]
    public void A_hundred_megabytes_of_text_are_refused_before_they_are_read(string line)
    {
        using var endless = new Repeated(line, 100 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Publisher.Read(endless, "issue.txt").NotUnderstood.ShouldHaveSingleItem().Why.ShouldContain("longer than");

        endless.Position.ShouldBeLessThan(20 * 1024 * 1024);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200 * 1024 * 1024);
    }

    [Fact]
    public void Mixed_line_ends_marks_of_direction_and_combining_characters_are_read_right()
    {
        var mixed = InventedIssue.Text
            .Replace("1 March Cheese", "\u200F1 March Che\u0301ese", StringComparison.Ordinal)
            .Replace("eaten\n+1", "eaten\r\n\u202A+1\u202C", StringComparison.Ordinal);

        var issue = Publisher.Read("\uFEFF" + mixed);

        issue.NotUnderstood.ShouldBeEmpty();
        issue.Developments.Single(d => d.Particulars.Origin!.Identity == "issue-20/russia/1").Particulars.Title.ShouldBe("Che\u0301ese returned");
        issue.Developments.Single(d => d.Particulars.Origin!.Identity == "issue-20/russia/2").Points!.ToString().ShouldBe("+1");
    }

    /// <summary>The same bytes again and again, without anybody holding them all.</summary>
    private sealed class Repeated(string line, long length) : Stream
    {
        private readonly byte[] _line = Encoding.UTF8.GetBytes(line);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            for (var i = 0; i < read; i++)
                buffer[offset + i] = _line[(Position + i) % _line.Length];
            Position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
