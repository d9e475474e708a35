using System.CommandLine;
using Barometer.Benchmarks.Measuring;

var which = new Argument<string[]>("measurement") { Description = "scoring, import, coded-import, rebuild, round-trips, columns, replay, service, service-reads; all of them by default.", Arity = ArgumentArity.ZeroOrMore };
which.AcceptOnlyFromAmong([.. Benchmark.All.Keys]);
var rows = new Option<int?>("--rows") { Description = "How many developments are imported, and rebuilt from (100,000 by default), or rows are in the columns (10,000,000)." };
var seconds = new Option<double>("--seconds") { Description = "How long each round of scoring lasts.", DefaultValueFactory = _ => 3 };
var rounds = new Option<int>("--rounds") { Description = "How often a figure and its limit are taken, in turn.", DefaultValueFactory = _ => 3 };
var json = new Option<bool>("--json") { Description = "Print only JSON." };

var bench = new RootCommand("Measures Barometer, each figure beside its limit taken in the same run.") { which, rows, seconds, rounds, json };
bench.SetAction(async (said, cancellation) =>
{
    var size = new Size(said.GetValue(rows) ?? 100_000, TimeSpan.FromSeconds(said.GetValue(seconds)), said.GetValue(rounds), said.GetValue(rows) ?? 10_000_000);
    var chosen = said.GetValue(which) is { Length: > 0 } named ? named : [.. Benchmark.All.Keys];
    var report = new Report(said.GetValue(json));
    foreach (var name in chosen)
        await Benchmark.Run(name, size, report, cancellation);
    report.Finish();
});
return await bench.Parse(args).InvokeAsync();
