using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

/// <summary>A verb that brings a new development into the record.</summary>
internal static class NewDevelopmentVerb
{
    public static readonly Option<bool> AfterClosing = new("--after-closing") { Description = "Record into a closed period, knowingly." };

    private static readonly Argument<string?> Known = new("reference") { Description = "A development recorded without points; leave it out for a new one.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Relationship = new("--relationship", "-r") { Description = "Whose development it is, e.g. russia." };
    private static readonly Option<string?> Date = new("--date") { Description = "When it happened, as printed (\"4-5 November\", \"-\") or as 2019-12-05." };
    private static readonly Option<string?> Title = new("--title") { Description = "What happened, in a line." };
    private static readonly Option<string[]> Sources = new("--source") { Description = "Where it is told, once for each." };
    private static readonly Option<string?> ReportedOn = new("--reported-on") { Description = "The day on which it was reported, as 2019-12-05." };

    public static Command Of<TCommand>(
        string name,
        string description,
        IEnumerable<Symbol> symbols,
        Func<Door, NewDevelopment, Decision<TCommand>> command,
        Func<Door, Reference, CancellationToken, Task<Decision<GivePoints>>>? commandOnKnown = null)
        where TCommand : RecordDevelopment =>
        Verb.Of<Recorded>(
            name,
            description,
            [
                .. commandOnKnown is null ? (Symbol[])[] : [Known, SharedOptions.Revision], Relationship, Date, Title, .. symbols,
                SharedOptions.Period, Sources, ReportedOn, AfterClosing, SharedOptions.Reason, SharedOptions.ReasonKind, SharedOptions.DryRun,
            ],
            async (door, cancellation) =>
            {
                await door.Host(cancellation);
                if (commandOnKnown is not null && Mixed(door) is { } mixed)
                    return mixed;
                if (commandOnKnown is not null && door.Get(Known) is { } known)
                    return await DevelopmentVerb.Send(door, known, commandOnKnown, cancellation);
                return Said(door).Accepted(out var said, out var refusal)
                    && (await door.Settings(cancellation)).Accepted(out var settings, out refusal)
                    && said.Read(settings, door.Actor).Accepted(out var told, out refusal)
                    && command(door, told).Accepted(out var complete, out refusal)
                    ? await door.Send<Recorded>(complete, cancellation)
                    : refusal;
            },
            RecordedView.Show);

    private static Refusal? Mixed(Door door) =>
        door.Get(Known) is null
            ? door.Get(SharedOptions.Revision) is null ? null : Refusal.Usage("--revision goes with the reference of a development that is recorded; a new one has none yet.")
        : door.Get(Relationship) is null && door.Get(Date) is null && door.Get(Title) is null && door.Get(SharedOptions.Period) is null && door.Get(ReportedOn) is null && door.Get(Sources) is null or []
            ? null
            : Refusal.Usage($"{door.Get(Known)} is recorded already: --relationship, --date, --title, --period, --source and --reported-on are for a new development.");

    private static Decision<Happening> Said(Door door)
    {
        if (door.Get(Relationship) is not { } relationship || door.Get(Date) is not { } date || door.Get(Title) is not { } title)
            return Refusal.Usage("A new development needs --relationship, --date and --title.");
        return new Happening
        {
            Relationship = relationship,
            Date = date,
            Title = title,
            Period = door.Get(SharedOptions.Period),
            Sources = [.. door.Get(Sources) ?? []],
            ReportedOn = door.Get(ReportedOn),
            AfterClosing = door.Get(AfterClosing),
            Reason = door.Get(SharedOptions.Reason),
            ReasonKind = door.Get(SharedOptions.ReasonKind),
        };
    }
}
