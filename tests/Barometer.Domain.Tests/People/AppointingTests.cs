using Barometer.Domain.People;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.People;

public class AppointingTests
{
    private static readonly Appointments Anna = Appointments.Fold(null, new PersonAppointed("s-1", "anna", [Role.Editor], "ada"));

    [Fact]
    public void Somebody_is_appointed_to_each_role_once_in_one_order()
    {
        var appointed = Appoint(Appointments.None, "s-1", "anna", Role.ChiefEditor, Role.Editor, Role.Editor).ShouldBeAccepted();

        appointed.Roles.ShouldBe([Role.Editor, Role.ChiefEditor]);
        Appointments.Fold(null, appointed).Find("s-1")!.Roles.Allow(Right.Approve).ShouldBeTrue();
    }

    [Fact]
    public void Appointed_again_somebody_is_what_was_said_last()
    {
        var after = Appointments.Fold(Anna, Appoint(Anna, "s-1", "anna", Role.Reader).ShouldBeAccepted());

        after.Persons.ShouldHaveSingleItem().Roles.ShouldBe([Role.Reader]);
        Appoint(after, "s-1", "anna", Role.Reader).ShouldBeRefused(RefusalKind.Rule, "anna is reader already");
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("Anna")]
    public void A_name_is_one_persons_for_ever(string name)
    {
        Appoint(Anna, "s-2", name, Role.Reader).ShouldBeRefused(RefusalKind.Rule, "is called", "Choose another name");
        var left = Appointments.Fold(Anna, Dismissing.Decide(new DismissPerson("s-1", "ada", "has left"), Anna).ShouldBeAccepted());
        Appoint(left, "s-2", name, Role.Reader).ShouldBeRefused(RefusalKind.Rule, "Choose another name");
        Appoint(Anna, "s-1", "anna maria", Role.Reader).ShouldBeRefused(RefusalKind.Rule, "'s-1' is anna");
    }

    [Theory]
    [InlineData("", "anna")]
    [InlineData("s-1", " ")]
    [InlineData("s-1", "an\nna")]
    [InlineData("s-1", "*anna")]
    public void Subject_and_name_are_said_in_a_line(string subject, string name) =>
        Appoint(Appointments.None, subject, name, Role.Reader).ShouldBeRefused(RefusalKind.Usage, "1 to");

    [Fact]
    public void Who_is_appointed_is_something() => Appoint(Appointments.None, "s-1", "anna").ShouldBeRefused(RefusalKind.Usage, "reader, auditor, analyst, editor, chief-editor, administrator");

    [Fact]
    public void Somebody_with_a_role_is_dismissed_with_a_reason()
    {
        Dismissing.Decide(new DismissPerson("s-2", "ada", "has left"), Anna).ShouldBeRefused(RefusalKind.NotFound, "s-2");
        Dismissing.Decide(new DismissPerson("s-1", "ada", " "), Anna).ShouldBeRefused(RefusalKind.Usage, "Say why anna", "[give-reason]");
        Appointments.Fold(Anna, Dismissing.Decide(new DismissPerson("s-1", "ada", "has left"), Anna).ShouldBeAccepted()).Find("s-1")!.Roles.ShouldBeEmpty();
    }

    private static Decision<PersonAppointed> Appoint(Appointments people, string subject, string name, params Role[] roles) =>
        Appointing.Decide(new AppointPerson(subject, name, [.. roles], "ada"), people);
}
