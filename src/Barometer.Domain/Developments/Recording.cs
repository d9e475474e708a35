using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>What every command says that brings a new development into the record.</summary>
public abstract record RecordDevelopment
{
    /// <summary>Whose development it is.</summary>
    public required string Relationship { get; init; }

    /// <summary>The period to file it under; null for the one in which its latest day lies.</summary>
    public PeriodId? Period { get; init; }

    /// <summary>What is said of it.</summary>
    public required Particulars Particulars { get; init; }

    /// <summary>True to file it under a period that is closed, knowingly.</summary>
    public bool AfterClosing { get; init; }

    /// <summary>Who acts.</summary>
    public required string Actor { get; init; }

    /// <summary>Why this score, or why recorded without one.</summary>
    public string? Reason { get; init; }

    /// <summary>Of what kind the reason is; needed when the period is closed.</summary>
    public ReasonKind? ReasonKind { get; init; }

    /// <summary>An event as the first of a new development, filed and signed.</summary>
    internal T Record<T>(Reference reference, Period period, T e)
        where T : DevelopmentRecorded =>
        (T)(e with
        {
            Reference = reference,
            Revision = 1,
            Actor = Actor,
            Reason = Reason,
            ReasonKind = ReasonKind,
            Relationship = Relationship,
            Filing = Filing.Under(period.PeriodId, Particulars.Date),
            Particulars = Particulars,
        });

    /// <summary>The period that it goes under, or a refusal when the date does not tell.</summary>
    public Decision<PeriodId> FiledUnder(Settings settings)
    {
        var period = Period ?? (Particulars.Date.Latest is { } day ? settings.Calendar.PeriodOf(day) : (PeriodId?)null);
        if (period is not { } filed)
            return Refusal.Usage($"The date '{Particulars.Date.Printed}' does not tell a period; name one.").Until(RemedyKind.NamePeriod);
        return settings.Calendar.IssueOf(filed) is null
            ? Opening.NoPeriod(filed, settings)
            : filed;
    }
}

/// <summary>Records a development without points: it counts nowhere until it is scored, or only under a rule set.</summary>
public sealed record RecordUnscored : RecordDevelopment;

/// <summary>A development was recorded without points.</summary>
public sealed record DevelopmentRecordedUnscored : DevelopmentRecorded;

/// <summary>Records that a development was considered and deliberately not scored.</summary>
public sealed record ConsiderAndNotScore : RecordDevelopment;

/// <summary>A development was considered and not scored.</summary>
public sealed record DevelopmentNotScored : DevelopmentRecorded
{
    /// <summary>Why it was given no score, e.g. "scored in the issue before".</summary>
    public required string Because { get; init; }
}

/// <summary>The decisions to record a development without points.</summary>
public static class Recording
{
    /// <summary>Records without points.</summary>
    public static Decision<DevelopmentRecordedUnscored> Decide(RecordUnscored command, Reference reference, Settings settings, Period period) =>
        Check(command, settings, period) is { } refusal
            ? refusal
            : command.Record(reference, period, new DevelopmentRecordedUnscored());

    /// <summary>Records as considered and not scored, with why.</summary>
    public static Decision<DevelopmentNotScored> Decide(ConsiderAndNotScore command, Reference reference, Settings settings, Period period)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusal.Usage("Say why it is not scored; that is what the entry is for.").Until(RemedyKind.GiveReason);
        return Check(command, settings, period) is { } refusal
            ? refusal
            : command.Record(reference, period, new DevelopmentNotScored { Because = command.Reason });
    }

    internal static Refusal? Check(RecordDevelopment command, Settings settings, Period period)
    {
        if (!settings.Find(command.Relationship).Accepted(out _, out var refusal))
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Particulars.Title))
            return Refusal.Usage("A development has a title.").Until(RemedyKind.GiveTitle);
        return period.Refuses(command);
    }
}
