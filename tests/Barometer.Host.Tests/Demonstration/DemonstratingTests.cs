using System.Text.Json;

namespace Barometer.Host.Tests.Demonstration;

public sealed class DemonstratingTests(Server server)
{
    [Fact]
    public async Task The_demonstration_closes_amends_and_explains_and_the_snapshot_stands()
    {
        var ended = await Executable.Run(await server.NewDatabase(), "demo", "--json", "--samples", Path.GetDirectoryName(Samples.Developments)!);

        ended.ExitCode.ShouldBe(0, ended.Error);
        var steps = JsonDocument.Parse(ended.Out).RootElement.EnumerateArray().ToArray();
        steps.Select(s => (s.GetProperty("verb")[0].GetString(), s.GetProperty("exit").GetInt32())).ShouldBe(
            [("import", 0), ("index", 0), ("reconcile", 0), ("close", 3), ("close", 0), ("amend", 0), ("amend", 0), ("proposals", 0), ("approve", 3), ("approve", 0), ("approve", 0), ("history", 0), ("explain", 0), ("index", 0)]);
        steps[12].GetProperty("answer").GetProperty("explanations").EnumerateArray().ShouldAllBe(e => e.GetProperty("residual").GetInt32() == 0);
        Figures(steps[13]).ShouldBe(Figures(steps[1]));
    }

    private static string[] Figures(JsonElement step) =>
        [.. step.GetProperty("answer").EnumerateArray().Select(i => $"{i.GetProperty("relationship")} {i.GetProperty("dimension")} {i.GetProperty("positive")} {i.GetProperty("negative")} {i.GetProperty("developments")}")];
}
