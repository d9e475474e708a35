using System.Reflection;
using System.Text;
using System.Text.Json;
using Barometer.Host.Terminal;
using Spectre.Console;

namespace Barometer.Host.Tests.Terminal;

/// <summary>
/// Types command lines on a barometer of its own, in this process: it calls the executable's own entry point. All typists share one
/// database, as all barometers of one server do.
/// </summary>
public sealed class Typist
{
    private static readonly MethodInfo Main =
        typeof(Door).Assembly.EntryPoint!.DeclaringType!.GetMethod("<Main>$", BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly OwnConsole Out = new(Console.Out);
    private static readonly OwnConsole Error = new(Console.Error);
    private static readonly SemaphoreSlim Turn = new(1);
    private static string? _connection;
    private static int _typists;

    private Typist(string barometer) => Barometer = barometer;

    public string Barometer { get; }

    public static string Connection => _connection!;

    /// <summary>A typist before a barometer that is not declared.</summary>
    public static async Task<Typist> Before(Server server)
    {
        await Turn.WaitAsync();
        try
        {
            _connection ??= await Prepare(server);
        }
        finally
        {
            Turn.Release();
        }

        return new Typist($"barometer-{Interlocked.Increment(ref _typists)}");
    }

    /// <summary>A typist before a declared barometer with an open period, that of issue 12.</summary>
    public static async Task<Typist> WithOpenPeriod(Server server)
    {
        var typist = await Before(server);
        (await typist.Type("declare")).Done();
        (await typist.Type("open", "2019-11/2019-12")).Done();
        return typist;
    }

    /// <summary>Types a command line on the typist's barometer.</summary>
    public Task<Typed> Type(params string[] line) => TypeBare([.. line, "--barometer", Barometer]);

    /// <summary>Types a command line, and reads the JSON that it prints when it is done.</summary>
    public async Task<JsonElement> Ask(params string[] line) => (await Type([.. line, "--json"])).Done().Json;

    /// <summary>Types a command line that changes a closed period, and has somebody else approve what it proposes.</summary>
    public async Task<JsonElement> AskBoth(params string[] line)
    {
        var proposal = (await Ask(line)).GetProperty("proposal").GetProperty("id").GetString()!;
        return await Ask("approve", proposal, "--actor", "approver");
    }

    /// <summary>Types a command line as it is.</summary>
    public static async Task<Typed> TypeBare(params string[] line)
    {
        using var said = new StringWriter();
        using var told = new StringWriter();
        // The console of whoever runs here only, so that many can type at once.
        return await Task.Run(async () =>
        {
            Out.Is(said);
            Error.Is(told);
            var code = await (Task<int>)Main.Invoke(obj: null, [line])!;
            return new Typed(string.Join(' ', line), code, said.ToString(), told.ToString());
        });
    }

    private static async Task<string> Prepare(Server server)
    {
        var connection = await server.NewDatabase();
        Environment.SetEnvironmentVariable("ConnectionStrings__barometer", connection);
        Console.SetOut(Out);
        Console.SetError(Error);
        AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(Out) });
        AnsiConsole.Profile.Width = 240;
        return connection;
    }

    /// <summary>A console that is another one for everybody who asks.</summary>
    private sealed class OwnConsole(TextWriter others) : TextWriter
    {
        private readonly AsyncLocal<TextWriter?> _own = new();

        public override Encoding Encoding => others.Encoding;

        public void Is(TextWriter own) => _own.Value = own;

        public override void Write(char value) => (_own.Value ?? others).Write(value);

        public override void Write(string? value) => (_own.Value ?? others).Write(value);
    }
}

/// <summary>What came of a command line.</summary>
public sealed record Typed(string Line, int ExitCode, string Out, string Error)
{
    /// <summary>The one JSON value that standard output holds, on one line.</summary>
    public JsonElement Json
    {
        get
        {
            Out.TrimEnd('\n').ShouldNotContain("\n", customMessage: Line);
            return JsonDocument.Parse(Out).RootElement;
        }
    }

    public Typed Done()
    {
        ExitCode.ShouldBe(0, $"{Line}: {Error}{Out}");
        return this;
    }

    /// <summary>Ended with a sentence for a person, and with no trace of the program's inside.</summary>
    public Typed Failed(int exitCode, string sentence)
    {
        ExitCode.ShouldBe(exitCode, $"{Line}: {Error}{Out}");
        Error.ShouldContain(sentence, customMessage: Line);
        Error.ShouldNotContain("   at ", customMessage: Line);
        Error.ShouldNotContain("Exception", customMessage: Line);
        Error.ShouldNotContain("fault", customMessage: Line);
        return this;
    }
}
