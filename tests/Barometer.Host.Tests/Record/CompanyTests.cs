using Barometer.Domain.Record;
using Barometer.Host.Record;
using Wolverine;

namespace Barometer.Host.Tests.Record;

/// <summary>Who waits for whom before a transaction begins.</summary>
public sealed class CompanyTests
{
    private readonly Company _company = new();

    [Fact]
    public void Who_comes_alone_waits_for_nobody()
    {
        _company.Join(Somebody());

        _company.Complete(more: 0).IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Who_waits_waits_until_as_many_have_joined_as_were_hoped_for()
    {
        _company.Join(Somebody());
        var complete = _company.Complete(more: 2);

        _company.Join(Somebody());
        complete.IsCompleted.ShouldBeFalse();

        _company.Join(Somebody());
        complete.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Where_nobody_waits_nobody_is_waited_for() => _company.Complete(more: 5).IsCompleted.ShouldBeTrue();

    [Fact]
    public void The_first_go_first_and_who_left_goes_not_at_all()
    {
        var (first, second, third) = (Somebody(), Somebody(), Somebody());
        foreach (var one in (Sent[])[first, second, third])
            _company.Join(one);

        _company.Leave(second).ShouldBeTrue();

        _company.Go(most: 1).ShouldBe([first]);
        _company.Leave(first).ShouldBeFalse();
        _company.Go(most: 9).ShouldBe([third]);
        _company.IsEmpty.ShouldBeTrue();
    }

    private static Sent Somebody() =>
        new(new Intent(new object(), "anna", _ => new Needs([]), _ => Refusal.Rule("not asked")), new Envelope(), CancellationToken.None);
}
