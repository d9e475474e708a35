using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Publications.Csv;

/// <summary>Understands the cells that classify a development: actors as <c>Name [Country; GROUP+GROUP; level]</c>, evidence as <c>Table 1: 11</c>.</summary>
internal static partial class ClassificationCells
{
    public static Decision<Classification> Read(Row row)
    {
        if (!Actors(row, "source-actors").Accepted(out var sources, out var refusal)
            || !Actors(row, "target-actors").Accepted(out var targets, out refusal)
            || !Evidence(row).Accepted(out var evidence, out refusal)
            || !Stage(row).Accepted(out var stage, out refusal))
            return refusal;
        if (row["non-event"] is not ("" or "yes"))
            return Refusal.Usage($"'{row["non-event"]}' in non-event: it is yes, or empty.");
        return new Classification
        {
            EventType = row.Said("event-type"),
            Mode = row.Said("mode"),
            Contexts = [.. row.Parts("contexts")],
            Cameo = row.Said("cameo"),
            Sources = sources,
            Targets = targets,
            Theme = row.Said("theme"),
            Stage = stage,
            NonEvent = row["non-event"] == "yes",
            Place = row.Said("place"),
            Evidence = evidence,
        };
    }

    private static Decision<ImmutableArray<WorldActor>> Actors(Row row, string column)
    {
        var actors = ImmutableArray.CreateBuilder<WorldActor>();
        foreach (var part in row.Parts(column))
        {
            if (Actor().Match(part) is not { Success: true } match)
                return Refusal.Usage($"'{part}' in {column} is no actor; one looks like Pompeo [U.S.; NATO; minister].");
            var told = match.Groups[2].Value.Split(';', StringSplitOptions.TrimEntries);
            string? At(int place) => told.ElementAtOrDefault(place) is { Length: > 0 } said ? said : null;
            actors.Add(new WorldActor(match.Groups[1].Value.Trim(), At(0), [.. (At(1) ?? "").Split('+', StringSplitOptions.RemoveEmptyEntries)], At(2)));
        }

        return actors.ToImmutable();
    }

    private static Decision<ImmutableArray<Evidence>> Evidence(Row row)
    {
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        foreach (var part in row.Parts("evidence"))
        {
            if (Cited().Match(part) is not { Success: true } match)
                return Refusal.Usage($"'{part}' is no evidence; it looks like Table 1: 11, or none: unknown.");
            var count = match.Groups[2].Value == "unknown" ? (int?)null : int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
            evidence.Add(new Evidence(match.Groups[1].Value.Trim(), count, []));
        }

        return evidence.ToImmutable();
    }

    private static Decision<Stage?> Stage(Row row)
    {
        if (row.Said("stage") is not { } text)
            return (Stage?)null;
        return Word.Read<Stage>(text) is { } stage
            ? (Stage?)stage
            : Refusal.Usage($"'{text}' is no stage; there are {string.Join(", ", Word.All<Stage>())}.");
    }

    [GeneratedRegex(@"^([^\[\]]+)(?:\[([^\[\]]*)\])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Actor();

    [GeneratedRegex(@"^([^:]+):\s*([0-9]{1,6}|unknown)$", RegexOptions.CultureInvariant)]
    private static partial Regex Cited();
}
