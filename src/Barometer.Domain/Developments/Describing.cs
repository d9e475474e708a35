using System.Collections.Immutable;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Gives a development another title or other sources.</summary>
public sealed record DescribeDevelopment : DevelopmentCommand
{
    /// <summary>The title from now on; null to keep it.</summary>
    public string? Title { get; init; }

    /// <summary>The sources from now on; null to keep them.</summary>
    public ImmutableArray<string>? Sources { get; init; }
}

/// <summary>A development was described anew.</summary>
public sealed record DevelopmentDescribed : DevelopmentEvent
{
    /// <summary>The title from now on.</summary>
    public required string Title { get; init; }

    /// <summary>The sources from now on.</summary>
    public required ImmutableArray<string> Sources { get; init; }
}

/// <summary>The decision to describe anew.</summary>
public static class Describing
{
    /// <summary>Describes anew a development that is not withdrawn.</summary>
    public static Decision<DevelopmentDescribed> Decide(DescribeDevelopment command, Development development)
    {
        if (command.NotStanding(development, "describe it") is { } refusal)
            return refusal;
        var now = development.Particulars;
        var (title, sources) = (command.Title ?? now.Title, command.Sources ?? now.Sources);
        if (string.IsNullOrWhiteSpace(title))
            return Refusal.Usage("A development has a title.").Until(RemedyKind.GiveTitle);
        return title == now.Title && sources.SequenceEqual(now.Sources)
            ? Refusal.Rule($"{command.Reference} is described so already; nothing would change.")
            : command.Revise(development, new DevelopmentDescribed { Title = title, Sources = sources });
    }
}
