using System.Collections.Immutable;
using Barometer.Domain.Developments;

namespace Barometer.Publications.Coded;

/// <summary>Who acts, or is acted on, as coded data name them.</summary>
/// <param name="Name">As written; null where it is not said.</param>
/// <param name="Country">The country, as the data name or code it; null where it is not said.</param>
public sealed record CodedActor(string? Name, string? Country)
{
    /// <summary>In a classification; nobody where nothing is said.</summary>
    public ImmutableArray<WorldActor> InTheWorld => (Name ?? Country) is { } name ? [new WorldActor(name, Country, [], Level: null)] : [];

    /// <inheritdoc />
    public override string ToString() => Name ?? Country ?? "(not said)";
}

/// <summary>A row of coded data: who did what to whom, and when.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Identity">The same for the same row in every file, e.g. <c>gdelt/224661030</c>.</param>
/// <param name="Day">When it happened.</param>
/// <param name="Source">Who acts.</param>
/// <param name="Target">Who is acted on.</param>
public sealed record CodedRow(int Line, string Identity, DateOnly Day, CodedActor Source, CodedActor Target)
{
    /// <summary>The day on which it was reported; null where it is not said.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>What happened, in the words of the data; null where they give a code alone.</summary>
    public string? Label { get; init; }

    /// <summary>The CAMEO code, its leading zeros kept; null where it is not said, or its label is not known.</summary>
    public string? Cameo { get; init; }

    /// <summary>As the data class it themselves; null where they do not.</summary>
    public QuadClass? QuadClass { get; init; }

    /// <summary>Where it is told; null where it is not said.</summary>
    public string? Url { get; init; }

    /// <summary>In a line that a person can read.</summary>
    public string Title => $"{Source}: {Label ?? CameoLabels.LabelOf(Cameo) ?? (Cameo is null ? "(not said)" : $"CAMEO {Cameo}")} → {Target}";

    /// <summary>What is recorded of it. Its direction is kept: source and target are what they are in the data.</summary>
    public Particulars Particulars => new()
    {
        Title = Title,
        Date = PrintedDate.On(Day),
        ReportedOn = ReportedOn,
        Sources = Url is null ? [] : [Url],
        Classification = new Classification { Cameo = Cameo, QuadClass = QuadClass, Sources = Source.InTheWorld, Targets = Target.InTheWorld },
        Origin = new Origin(Identity, Line, Line),
    };
}
