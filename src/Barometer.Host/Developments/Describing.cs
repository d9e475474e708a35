using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

/// <summary>The doors of describing anew.</summary>
[WolverineHandler]
public static class Describing
{
    private static readonly Option<string?> Title = new("--title") { Description = "The title from now on." };
    private static readonly Option<string[]> Sources = new("--source") { Description = "A source, once for each; they replace those there are." };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(DescribeDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Describing.Decide(command, s.Development)), envelope, cancellation);

    // "describe" is a verb of the framework's.
    internal static Command Verb() => DevelopmentVerb.Of<DescribeDevelopment>(
        "retitle",
        "Describe a development anew: its title, its sources.",
        [Title, Sources],
        door => new DescribeDevelopment { Title = door.Get(Title), Sources = door.Get(Sources) is { Length: > 0 } sources ? [.. sources] : null });
}
