using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Record;

namespace Barometer.Publications.Minsk;

/// <summary>The Minsk Barometer as its publisher lays it out: six relationships, one of them security with two dimensions, every two months since January 2018.</summary>
public static class MinskBarometer
{
    /// <summary>The relationship that is security in this layout: the one that is scored in more than one dimension; null where there is none.</summary>
    internal static Relationship? Security(Settings settings) => settings.Relationships.FirstOrDefault(r => r.Dimensions.Length > 1);

    /// <summary>It, declared: what an import into a barometer that nobody declared starts from.</summary>
    public static BarometerDeclared Declared(string actor) =>
        Declaring.Decide(Declaration(actor), current: null).Accepted(out var declared, out var refusal) ? declared : throw new InvalidOperationException(refusal.Sentence);

    /// <summary>Declares it.</summary>
    /// <param name="actor">Who declares it.</param>
    public static DeclareBarometer Declaration(string actor)
    {
        using var stream = typeof(MinskBarometer).Assembly.GetManifestResourceStream("Barometer.Publications.Minsk.declaration.json")!;
        return JsonSerializer.Deserialize<DeclareBarometer>(stream, RecordJson.Options)! with { Actor = actor };
    }
}
