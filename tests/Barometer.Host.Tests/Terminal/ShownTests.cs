using Barometer.Host.Terminal;
using Spectre.Console;

namespace Barometer.Host.Tests.Terminal;

public sealed class ShownTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(200)]
    public void However_narrow_the_terminal_no_number_and_no_heading_is_folded_or_cut(int columns)
    {
        var table = Shown.Table("index", ">positive", ">developments", "who and why");
        table.AddRow("security regional-tension", "+24", "1234", "a reason of many words that may be folded wherever there is a space between two of them");

        var lines = Written(table, columns).Split('\n');

        lines[0].ShouldMatch("^index +positive +developments +who and why *$");
        lines[1].ShouldMatch(@"^security regional-tension +\+24 +1234 +a reason ");
    }

    [Fact]
    public void Prose_folds_at_the_terminals_edge()
    {
        var table = Shown.Table("index", "reason");
        table.AddRow("russia", "a reason of many words that may be folded wherever there is a space between two of them");

        Written(table, 60).TrimEnd('\n').Split('\n').ShouldAllBe(line => line.Length <= 60);
    }

    private static string Written(Table table, int columns)
    {
        using var said = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(said) });
        console.Profile.Width = columns;
        console.WriteWhole(table);
        console.Profile.Width.ShouldBe(columns);
        return said.ToString();
    }
}
