using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Domain.Developments;

/// <summary>The points of one development: a score for each dimension of its relationship, ordered by dimension, equal when all are equal.</summary>
[JsonConverter(typeof(PointsConverter))]
public sealed class Points : IReadOnlyCollection<Score>, IEquatable<Points>
{
    private readonly ImmutableArray<Score> _scores;

    /// <summary>Points of these scores, each dimension named once.</summary>
    /// <exception cref="ArgumentException">A dimension is named twice, or a part has the wrong sign.</exception>
    public Points(IEnumerable<Score> scores)
    {
        _scores = [.. scores.OrderBy(s => s.Dimension, StringComparer.Ordinal)];
        if (_scores.DistinctBy(s => s.Dimension).Count() != _scores.Length)
            throw new ArgumentException("A dimension is named twice.", nameof(scores));
        if (_scores.Any(s => s.Positive < 0 || s.Negative > 0))
            throw new ArgumentException("A positive part is never below 0, a negative part never above.", nameof(scores));
    }

    /// <summary>Points in a single dimension.</summary>
    public static Points Of(string dimension, int points) => new([Score.Of(dimension, points)]);

    /// <inheritdoc />
    public int Count => _scores.Length;

    /// <inheritdoc />
    public IEnumerator<Score> GetEnumerator() => ((IEnumerable<Score>)_scores).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public bool Equals(Points? other) => other is not null && _scores.SequenceEqual(other._scores);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Points);

    /// <inheritdoc />
    public override int GetHashCode() => _scores.Aggregate(0, HashCode.Combine);

    /// <summary><c>+2</c> where there is one dimension, else <c>national-security=+1 regional-tension=-1</c>.</summary>
    public override string ToString() => _scores is [var only] ? only.Points : string.Join(' ', _scores);
}

/// <summary>Points as JSON: <c>{"development": {"positive": 2, "negative": 0}}</c>.</summary>
public sealed class PointsConverter : JsonConverter<Points>
{
    private sealed record Parts(int Positive, int Negative);

    /// <inheritdoc />
    public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(Said(ref reader, options)
            .Select(p => p.Value is { Positive: >= 0, Negative: <= 0 } parts
                ? new Score(p.Key, parts.Positive, parts.Negative)
                // Without a sentence of its own the serializer says where it stands.
                : throw new JsonException()));

    private static Dictionary<string, Parts?> Said(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, Parts?>>(ref reader, options)!;
        }
        catch (JsonException misread) when (misread.Path is { } path)
        {
            // What is read by itself tells its place in itself; whoever says points says them as a member of that name.
            throw new JsonException(misread.Message.Replace($"Path: {path}", $"Path: $.points{path[1..]}", StringComparison.Ordinal), $"$.points{path[1..]}", misread.LineNumber, misread.BytePositionInLine, misread);
        }
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var score in value)
        {
            writer.WriteStartObject(score.Dimension);
            writer.WriteNumber("positive", score.Positive);
            writer.WriteNumber("negative", score.Negative);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
