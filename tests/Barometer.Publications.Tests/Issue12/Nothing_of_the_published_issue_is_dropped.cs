using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Issue12;

public sealed class Nothing_of_the_published_issue_is_dropped
{
    [Fact]
    public void Every_line_is_in_what_was_read()
    {
        var text = Files.PublishedIssue();
        Accounting.Dropped(text, Minsk.Issue(text)).ShouldBeEmpty();
    }
}
