using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Host.Developments;

/// <summary>What is said of a new development, at whatever door, as people write it.</summary>
public record Happening : Why
{
    /// <summary>Whose development it is, by key: russia.</summary>
    public required string Relationship { get; init; }

    /// <summary>When it happened, as printed ("4-5 November", "-") or as 2019-12-05.</summary>
    public required string Date { get; init; }

    /// <summary>What happened, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>The period to file it under, e.g. 2019-11/2019-12; by default the one in which its latest day lies.</summary>
    public string? Period { get; init; }

    /// <summary>Where it is told. Addresses are kept and shown, never fetched.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The day on which it was reported, as 2019-12-05.</summary>
    public string? ReportedOn { get; init; }

    /// <summary>True to record it into a closed period, knowingly.</summary>
    public bool AfterClosing { get; init; }

    /// <summary>What it comes to in a barometer, or a refusal that says which word was not understood.</summary>
    internal Decision<NewDevelopment> Read(Settings settings, string actor)
    {
        var named = default(PeriodId?);
        if (Period is not null)
        {
            if (!PeriodId.Read(Period).About("period").Accepted(out var period, out var wrong))
                return wrong;
            named = period;
        }

        if (!settings.Find(Relationship).Accepted(out var relationship, out var refusal)
            || !PrintedDateReading.Read(Date, named, settings.Calendar).Accepted(out var date, out refusal)
            || !PrintedDateReading.Day(ReportedOn).Accepted(out var reported, out refusal))
            return refusal;
        return new NewDevelopment(relationship, new Particulars { Title = Title, Date = date, Sources = Sources, ReportedOn = reported }, named, this, actor);
    }
}

/// <summary>A new development as it was understood; it can become any of the commands that record one.</summary>
/// <param name="In">The relationship.</param>
/// <param name="Particulars">What is said of the development.</param>
/// <param name="Period">The period named, if one was.</param>
/// <param name="Said">As it was said.</param>
/// <param name="Actor">Who acts.</param>
internal sealed record NewDevelopment(Relationship In, Particulars Particulars, PeriodId? Period, Happening Said, string Actor)
{
    public ScoreDevelopment Scored(Points points) => Signed(new ScoreDevelopment { Relationship = In.Key, Particulars = Particulars, Actor = Actor, Points = points });

    public RecordUnscored Unscored() => Signed(new RecordUnscored { Relationship = In.Key, Particulars = Particulars, Actor = Actor });

    public ConsiderAndNotScore NotScored() => Signed(new ConsiderAndNotScore { Relationship = In.Key, Particulars = Particulars, Actor = Actor });

    private T Signed<T>(T command)
        where T : RecordDevelopment =>
        (T)(command with { Period = Period, AfterClosing = Said.AfterClosing, Reason = Said.Reason, ReasonKind = Said.ReasonKind });
}
