using System.Text.Json;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.RuleSets;

/// <summary>Rule sets name relationships and dimensions of a barometer.</summary>
public class NamingTests
{
    [Theory]
    [InlineData("""{"rules":[{"id":"r", "reason":"w", "when":{"not":{"relationship":"rusia"}}, "scale":2}]}""", "'r' of named@1 names the relationship 'rusia', which Small Barometer does not have; did you mean 'russia'?")]
    [InlineData("""{"rules":[{"id":"r", "reason":"w", "when":{"dimension":"nowhere"}, "scale":2}]}""", "'r' of named@1 names the dimension 'nowhere', which Small Barometer does not have.")]
    [InlineData("""{"rules":[{"id":"r", "reason":"w", "set":2, "in":"nowhere"}]}""", "names the dimension 'nowhere'")]
    [InlineData("""{"rules":[{"id":"r", "reason":"w", "moveTo":"nowhere"}]}""", "names the dimension 'nowhere'")]
    [InlineData("""{"rules":[{"id":"r", "reason":"w", "compare":{"count":"developments", "dimension":"nowhere", "fewer":1, "same":0, "more":-1}}]}""", "names the dimension 'nowhere'")]
    [InlineData("""{"composite":{"id":"all", "reason":"w", "dimension":"development", "normalisation":"none", "mean":"arithmetic", "parts":[{"relationship":"atlantis", "weight":1}]}}""", "'all' of named@1 names the relationship 'atlantis'")]
    [InlineData("""{"composite":{"id":"all", "reason":"w", "dimension":"nowhere", "normalisation":"none", "mean":"arithmetic", "parts":[{"relationship":"russia", "weight":1}]}}""", "names the dimension 'nowhere'")]
    public void What_a_barometer_does_not_have_is_refused(string written, string sentence) => Naming.Known(Read(written), SmallBarometer.Settings).ShouldBeRefused(RefusalKind.Usage, sentence);

    [Fact]
    public void Bands_may_be_for_dimensions_of_other_barometers() =>
        Naming.Known(Read("""{"bands":[{"dimension":"nowhere", "bands":[{"name":"White", "from":0, "meaning":"calm"}]}]}"""), SmallBarometer.Settings).ShouldBeAccepted();

    private static RuleSet Read(string part) =>
        RuleSet.Read(JsonElement.Parse("""{"name":"named","version":1,"title":"t",""" + part[1..])).ShouldBeAccepted();
}
