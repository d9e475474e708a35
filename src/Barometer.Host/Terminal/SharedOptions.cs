using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;

namespace Barometer.Host.Terminal;

/// <summary>Options that several verbs share, said once.</summary>
internal static class SharedOptions
{
    public static Option<string> Barometer { get; } = BarometerOption();

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "For programs: print only JSON on standard output.",
        Recursive = true,
    };

    public static Option<string> Actor { get; } = ActorOption();

    public static Option<string?> Key { get; } = new("--key")
    {
        Description = "Idempotency key: the same command sent again with the same key changes nothing and gets the first answer.",
        Recursive = true,
    };

    public static Option<bool> DryRun { get; } = new("--dry-run") { Description = "Say what would be recorded and which indices would move, and record nothing." };

    public static Option<string?> Reason { get; } = new("--reason") { Description = "Why." };

    public static Option<ReasonKind?> ReasonKind { get; } = WordOption.Of<ReasonKind>("--reason-kind", "Of what kind the reason is, once the period is closed.");

    public static Option<int?> Revision { get; } = new("--revision") { Description = "The revision that you saw; refused when somebody has made another since." };

    public static Option<string[]> Points { get; } = new("--points")
    {
        Description = "+2, +1/-1, or national-security=+1, once for each dimension.",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<string?> Period { get; } = new("--period") { Description = "A period, e.g. 2019-11/2019-12." };

    public static Option<string?> AsOf { get; } = new("--as-of")
    {
        Description = "The record as it was: a time (2026-01-31T12:00Z), positions (russia:31,eu:25), a closing (closing or closing:2019-11/2019-12), or another release (release:corrected-2020-03).",
    };

    public static Option<string?> Print { get; } = new("--print")
    {
        Description = "Print as it was recorded when the periods had come so far (2019-11/2019-12:5); periods that are not named are left out. By default as it is.",
    };

    public static Argument<string> Reference { get; } = new("reference") { Description = "A development, e.g. RU-12-016." };

    private static Option<string> BarometerOption()
    {
        var option = new Option<string>("--barometer", "-b")
        {
            Description = "Which barometer.",
            DefaultValueFactory = _ => "minsk",
            Recursive = true,
        };
        option.Validators.Add(said =>
        {
            if (said.GetValueOrDefault<string>() is { } name && BarometerKey.Read(name).Refusal is { } refusal)
                said.AddError(refusal.Sentence);
        });
        return option;
    }

    private static Option<string> ActorOption()
    {
        var option = new Option<string>("--actor")
        {
            Description = "Who acts; by default the name you are logged in with.",
            DefaultValueFactory = _ => Environment.UserName,
            Recursive = true,
        };
        option.Validators.Add(said =>
        {
            if (string.IsNullOrWhiteSpace(said.GetValueOrDefault<string>()))
                said.AddError("Say who acts (--actor …): nothing is recorded of nobody.");
        });
        return option;
    }
}
