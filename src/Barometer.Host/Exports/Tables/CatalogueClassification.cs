using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Developments;
using Barometer.Host.Developments;

namespace Barometer.Host.Exports.Tables;

/// <summary>The columns of the catalogue that tell what kind of development it is.</summary>
internal static class CatalogueClassification
{
    private const string Unsaid = "?";

    /// <summary>One for each part of a classification; all of it is optional.</summary>
    public static readonly ImmutableArray<Column<CataloguedDevelopment>> Columns =
    [
        Text("event_type", c => c.EventType, "PLOVER event type."),
        Text("mode", c => c.Mode, "PLOVER mode."),
        Text("contexts", c => CatalogueTable.Several(c.Contexts), "PLOVER contexts; several are parted by '; '."),
        Text("cameo", c => c.Cameo, "CAMEO code, with its leading zero."),
        Text("quad_class_scheme", c => c.QuadClass?.Scheme, "Under which scheme the quad class was derived."),
        Column<CataloguedDevelopment>.Number("quad_class", d => Of(d).QuadClass?.Class, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."),
        .. Actors("source", c => c.Sources, "Who acts"),
        .. Actors("target", c => c.Targets, "Who is acted on"),
        Text("theme", c => c.Theme, "The publisher's heading that it stands under."),
        Text("stage", c => c.Stage is { } stage ? Word.Of(stage) : null, "announced, agreed, signed, ratified or in-force."),
        Column<CataloguedDevelopment>.YesNo("non_event", d => Of(d).NonEvent, "True for what did not happen."),
        Text("place", c => c.Place, "Where."),
        Text("evidence", c => CatalogueTable.Several(c.Evidence.Select(e => $"{e.Table}: {e.Count?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}")), "The tables that it cites, each with its number of rows, parted by '; '."),
    ];

    private static Classification Of(CataloguedDevelopment d) => d.Development.Particulars.Classification;

    private static Column<CataloguedDevelopment> Text(string name, Func<Classification, string?> value, string meaning) =>
        Column<CataloguedDevelopment>.Text(name, d => value(Of(d)), meaning);

    private static IEnumerable<Column<CataloguedDevelopment>> Actors(string side, Func<Classification, ImmutableArray<WorldActor>> actors, string who) =>
    [
        Text($"{side}_names", c => CatalogueTable.Several(actors(c).Select(a => a.Name)), $"{who}; several are parted by '; '."),
        Text($"{side}_countries", c => CatalogueTable.Several(actors(c).Select(a => a.Country ?? Unsaid)), $"{who}: from which country, one for each name, '?' where it was not said."),
        Text($"{side}_groups", c => CatalogueTable.Several(actors(c).Select(a => a.Groups.IsEmpty ? Unsaid : string.Join('+', a.Groups))), $"{who}: groups at that date, one entry for each name, '?' where none was said."),
        Text($"{side}_levels", c => CatalogueTable.Several(actors(c).Select(a => a.Level ?? Unsaid)), $"{who}: level, one for each name, '?' where it was not said."),
    ];
}
