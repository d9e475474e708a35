namespace Barometer.Host.Serving.Description;

/// <summary>The forms of what is written as text, as regular expressions.</summary>
internal static class Patterns
{
    private const string Month = @"\d{4}-(0[1-9]|1[0-2])";

    /// <summary><c>2019-11/2019-12</c>, or <c>2014-07</c>.</summary>
    public const string Period = $"^{Month}(/{Month})?$";

    /// <summary>The same in an address: <c>2019-11--2019-12</c>.</summary>
    public const string PeriodInPath = $"^{Month}(--{Month})?$";

    /// <summary><c>RU-12-016</c>.</summary>
    public const string Reference = @"^[^-]+-\d{2,}-\d{3,}$";

    /// <summary><c>RU-12-016.3.1</c>, or <c>RU-12-NEW.1</c>.</summary>
    public const string Proposal = @"^[^-]+-\d{2,}-(\d{3,}\.\d+|NEW)\.\d+$";

    /// <summary><c>china:19,eu:25</c>, or <c>start</c>.</summary>
    public const string Positions = @"^(start|[^,:]+:\d+(,[^,:]+:\d+)*)$";

    /// <summary>A barometer's key, or all.</summary>
    public const string Barometer = @"^(\*|[a-z0-9][a-z0-9-]{0,62})$";

    /// <summary><c>by-level</c>, or <c>by-level@1</c>.</summary>
    public const string RuleSet = @"^[^@/]+(@\d+)?$";

    /// <summary>A revision as an entity tag, or any.</summary>
    public const string Revision = @"^(\*|""\d+"")$";
}
