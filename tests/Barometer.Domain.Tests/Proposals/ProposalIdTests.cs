using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Proposals;

public class ProposalIdTests
{
    [Theory]
    [InlineData("RU-12-016.3.1", "RU-12-016.3.1")]
    [InlineData(" ru-12-016.3.12 ", "RU-12-016.3.12")]
    [InlineData("RU-12-NEW.2", "RU-12-NEW.2")]
    [InlineData("sec-07-new.1", "SEC-07-NEW.1")]
    public void A_proposal_is_read_as_it_is_written_in_capitals_or_not(string written, string id) =>
        ProposalId.Read(written).ShouldBeAccepted().ToString().ShouldBe(id);

    [Theory]
    [InlineData("")]
    [InlineData("RU-12-016")]
    [InlineData("RU-12-016.3")]
    [InlineData("RU-12-016.3.x")]
    [InlineData("RU-12-016.-3.1")]
    [InlineData("RU-12-016.3.1.1")]
    [InlineData("RU-12-NEW")]
    [InlineData("RU-NEW.1")]
    [InlineData("-12-NEW.1")]
    [InlineData("RU-12-NEW.1.1")]
    [InlineData("RU-12-OLD.1")]
    public void What_is_no_proposal_is_told_what_one_looks_like(string written) =>
        ProposalId.Read(written).ShouldBeRefused(RefusalKind.Usage, "is no proposal; one looks like RU-12-016.3.1");

    [Fact]
    public void A_proposal_is_named_after_the_revision_that_it_was_made_on_or_after_the_issue_of_what_is_new()
    {
        var scored = Given.Scored();
        ProposalId.SubjectOf(Change.Amended(scored)).ShouldBe("RU-12-001.1");
        ProposalId.SubjectOf(Change.New()).ShouldBe("RU-12-NEW");
        new ProposalId("RU-12-001.1", 2).Stream.ShouldBe("proposal/RU-12-001.1.2");
    }
}
