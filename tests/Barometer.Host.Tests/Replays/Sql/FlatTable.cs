using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Npgsql;
using NpgsqlTypes;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>The state of developments as one flat table: a row for each that was not withdrawn and each scored dimension, of any number of barometers.</summary>
internal static class FlatTable
{
    /// <summary>
    /// The table, and rounding half to even: PostgreSQL's own rounds a middle away from 0. Quotients are of whole numbers, for its
    /// division does not say how many digits it gives.
    /// </summary>
    public const string Schema = """
        create table flat (
            barometer int, reference text, relationship text, place int, dimensions text[], dimension text, positive numeric(38,9), negative numeric(38,9),
            period date, day date, earliest date, latest date, issue int, ordinal int, title text, linked text[],
            event_type text, mode text, cameo text, quad_class text, theme text, stage text, location text, non_event boolean,
            contexts text[], source_names text[], source_countries text[], source_groups text[], source_levels text[],
            target_names text[], target_countries text[], target_groups text[], target_levels text[], source text, target text,
            source_actors jsonb, target_actors jsonb, evidence_tables text[], evidence_counts int[]);
        create index on flat (barometer);
        create function quotient(n numeric, d numeric) returns numeric language sql immutable as $$
            select div(n, d) + case
                when 2 * abs(n - div(n, d) * d) > abs(d) or (2 * abs(n - div(n, d) * d) = abs(d) and mod(div(n, d), 2) <> 0) then sign(n) * sign(d)
                else 0 end $$;
        create function times(a numeric, b numeric) returns numeric language sql immutable as $$
            select quotient(a * b * 1000000000000000000, 1000000000) / 1000000000.000000000 $$;
        create function divided(a numeric, b numeric) returns numeric language sql immutable as $$
            select quotient(a * 1000000000000000000, b * 1000000000) / 1000000000.000000000 $$;
        create function times18(a numeric, factor numeric) returns numeric language sql immutable as $$
            select quotient(a * factor * 1000000000000000000000000000, 1000000000000000000) / 1000000000.000000000 $$;
        create function saturated(part numeric, distance numeric, most numeric) returns numeric language sql immutable as $$
            select case when distance <= 0 then part when distance >= most then 0
                else quotient(times(part, most - distance) * 1000000000000000000, most * 1000000000) / 1000000000.000000000 end $$;
        """;

    private const string Columns =
        "barometer, reference, relationship, place, dimensions, dimension, positive, negative, period, day, earliest, latest, issue, ordinal, title, linked, event_type, mode, cameo, quad_class, theme, stage, location, "
        + "non_event, contexts, source_names, source_countries, source_groups, source_levels, target_names, target_countries, target_groups, target_levels, source, target, "
        + "source_actors, target_actors, evidence_tables, evidence_counts";

    /// <summary>Copies the developments of a barometer.</summary>
    public static async Task Copy(NpgsqlConnection connection, int barometer, Settings settings, IEnumerable<Development> developments, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy flat ({Columns}) from stdin (format binary)", cancellation);
        foreach (var development in developments.Where(d => !d.Withdrawn))
        {
            var relationship = settings.Relationships.Single(r => r.Key == development.Relationship);
            foreach (var score in development.Points?.Select(s => (Score?)s) ?? [null])
                await Copy(copy, barometer, settings.Relationships.IndexOf(relationship), relationship, development, score, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task Copy(NpgsqlBinaryImporter copy, int barometer, int place, Relationship relationship, Development d, Score? score, CancellationToken cancellation)
    {
        var c = d.Particulars.Classification;
        object?[] cells =
        [
            barometer, $"{d.Reference}", relationship.Key, place, relationship.Dimensions.Select(x => x.Key).ToArray(), score?.Dimension, (decimal)(score?.Positive ?? 0), (decimal)(score?.Negative ?? 0),
            d.Filing.Period.FirstDay, d.Filing.Day, d.Particulars.Date.Earliest, d.Particulars.Date.Latest, d.Reference.Issue, d.Reference.Ordinal, d.Particulars.Title,
            d.SameHappening.Select(r => $"{r}").ToArray(),
            c.EventType, c.Mode, c.Cameo, c.QuadClass is { } quad ? $"{quad.Class}" : null, c.Theme, c.Stage is { } stage ? Word.Of(stage) : null, c.Place, c.NonEvent,
            c.Contexts.ToArray(), .. Actors(c.Sources), .. Actors(c.Targets), Written(c.Sources), Written(c.Targets), Json(c.Sources), Json(c.Targets),
            c.Evidence.Select(e => e.Table).ToArray(), c.Evidence.Select(e => e.Count).ToArray(),
        ];
        await copy.StartRowAsync(cancellation);
        foreach (var cell in cells)
        {
            if (cell is null)
                await copy.WriteNullAsync(cancellation);
            else
                await copy.WriteAsync(cell, TypeOf(cell), cancellation);
        }
    }

    private static object[] Actors(IEnumerable<WorldActor> actors) =>
    [
        actors.Select(a => a.Name).ToArray(), actors.Select(a => a.Country).OfType<string>().ToArray(), actors.SelectMany(a => a.Groups).ToArray(), actors.Select(a => a.Level).OfType<string>().ToArray(),
    ];

    private static string Written(IEnumerable<WorldActor> actors) => string.Join(';', actors.Select(a => $"{a.Name} ({a.Country})"));

    private static JsonElement Json(ImmutableArray<WorldActor> actors) => JsonSerializer.SerializeToElement(actors, JsonSerializerOptions.Web);

    private static NpgsqlDbType TypeOf(object cell) => cell switch
    {
        int => NpgsqlDbType.Integer,
        decimal => NpgsqlDbType.Numeric,
        DateOnly => NpgsqlDbType.Date,
        bool => NpgsqlDbType.Boolean,
        string[] => NpgsqlDbType.Array | NpgsqlDbType.Text,
        int?[] => NpgsqlDbType.Array | NpgsqlDbType.Integer,
        JsonElement => NpgsqlDbType.Jsonb,
        _ => NpgsqlDbType.Text,
    };
}
