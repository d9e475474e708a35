using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>What is to be said otherwise; what is left out stays.</summary>
public sealed record Description : Why
{
    /// <summary>The title from now on.</summary>
    public string? Title { get; init; }

    /// <summary>The sources from now on, in place of those there are.</summary>
    public ImmutableArray<string>? Sources { get; init; }
}

/// <summary>The doors of describing anew.</summary>
[WolverineHandler]
public static class Describing
{
    private static readonly Option<string?> Title = new("--title") { Description = "The title from now on." };
    private static readonly Option<string[]> Sources = new("--source") { Description = "A source, once for each; they replace those there are." };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(DescribeDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Describing.Decide(command, s.Development)), envelope, cancellation);

    /// <summary>Describes a development anew: its title, its sources.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/{reference}/descriptions", OperationId = "describeDevelopment"), Needs(Right.Edit), Revises]
    public static Task<Answer<Recorded>> Post(Description said, string reference, HttpDoor door) =>
        DevelopmentEndpoint.Send(door, reference, new DescribeDevelopment { Title = said.Title, Sources = said.Sources }, said);

    // "describe" is a verb of the framework's.
    internal static Command Verb() => DevelopmentVerb.Of<DescribeDevelopment>(
        "retitle",
        "Describe a development anew: its title, its sources.",
        [Title, Sources],
        door => new DescribeDevelopment { Title = door.Get(Title), Sources = door.Get(Sources) is { Length: > 0 } sources ? [.. sources] : null });
}
