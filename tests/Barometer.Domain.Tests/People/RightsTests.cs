using Barometer.Domain.People;

namespace Barometer.Domain.Tests.People;

public class RightsTests
{
    [Theory]
    [InlineData(Right.Read, "reader auditor analyst editor chief-editor administrator")]
    [InlineData(Right.Audit, "auditor chief-editor administrator")]
    [InlineData(Right.Replay, "analyst chief-editor")]
    [InlineData(Right.DraftRules, "analyst chief-editor")]
    [InlineData(Right.Edit, "editor chief-editor")]
    [InlineData(Right.Approve, "chief-editor")]
    [InlineData(Right.Close, "chief-editor")]
    [InlineData(Right.PublishRules, "chief-editor")]
    [InlineData(Right.Administer, "administrator")]
    public void A_right_is_that_of_these_roles(Right right, string roles) =>
        string.Join(' ', Enum.GetValues<Role>().Where(role => ((Role[])[role]).Allow(right)).Select(role => Domain.Record.Word.Of(role))).ShouldBe(roles);

    [Fact]
    public void Every_right_is_somebodys() =>
        Enum.GetValues<Right>().ShouldAllBe(right => Enum.GetValues<Role>().Any(role => Rights.Of(role).Contains(right)));
}
