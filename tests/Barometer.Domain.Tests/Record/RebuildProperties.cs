using Barometer.Domain.Tests.Movements.Histories;

namespace Barometer.Domain.Tests.Record;

/// <summary>What must always hold, 5: what is rebuilt from the stored events is what was kept up as they came.</summary>
public class RebuildProperties(ITestOutputHelper output)
{
    [Fact]
    public void Folding_all_events_again_gives_the_same_state() => output.HoldFor(history =>
        history.Record.Rebuilt().State().ShouldBe(history.Record.State()));

    [Fact]
    public void Posting_all_events_again_gives_the_same_movements() => output.HoldFor(history =>
        history.Record.Rebuilt().Movements.SequenceEqual(history.Record.Movements).ShouldBeTrue());

    [Fact]
    public void Storing_all_events_again_gives_the_same_text() => output.HoldFor(history =>
        history.Record.Rebuilt().Events.SequenceEqual(history.Record.Events).ShouldBeTrue());
}
