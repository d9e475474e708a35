using Barometer.Host.Barometers;
using Barometer.Host.Demonstration;
using Barometer.Host.Developments;
using Barometer.Host.Exports;
using Barometer.Host.Imports;
using Barometer.Host.Movements;
using Barometer.Host.People;
using Barometer.Host.Periods;
using Barometer.Host.Proposals;
using Barometer.Host.Replays;
using Barometer.Host.Replays.Sensitivity;
using Barometer.Host.RuleSets;
using Barometer.Host.Serving;
using Barometer.Host.Store;

if (FrameworkVerbs.Are(args))
    return await FrameworkVerbs.Run(args);

RootCommand barometer = null!;
barometer = new RootCommand("Barometer: the record behind indices that people score by hand. Beside these there are the framework's verbs: projections, resources, describe, codegen.")
{
    SharedOptions.Barometer, SharedOptions.Json, SharedOptions.Actor, SharedOptions.Key,
    Importing.Verb(), Indexing.Verb(), Reconciling.Verb(), Explaining.Verb(), Observing.Verb(), RevisingFigures.Verb(), Replaying.Verb(), Varying.UncertaintyVerb(), Varying.SensitivityVerb(),
    Leaving.Verb(), Bands.DistanceVerb(), Bands.SmallestAmendmentVerb(), History.Verb(), Log.Verb(), Exporting.Verb(),
    Scoring.Verb(), Amending.Verb(), Withdrawing.Verb(), Reinstating.Verb(), Redating.Verb(), Refiling.Verb(),
    Classifying.Verb(), Describing.Verb(), Noting.Verb(), Linking.Verb(), Recording.RecordVerb(), Recording.ConsiderVerb(),
    Barometer.Host.Proposals.Listing.Verb(), Approving.Verb(), Rejecting.Verb(),
    Opening.Verb(), Closing.Verb(), Releasing.Verb(), PrintedText.Verb(), Declaring.Verb(), ChangingSettings.Verb(), RulesVerb.Verb(), PeopleVerb.Verb(), PeopleVerb.KeysVerb(),
    Demonstrating.Verb(step => CommandLine.Run(barometer, step)), ColumnsVerb.Verb(), Serve.Verb(), DatabaseVerb.Verb(),
};
return await CommandLine.Run(barometer, args);
