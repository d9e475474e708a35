namespace Barometer.Host.Terminal;

/// <summary>What the process says to a program that called it.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadUsage = 2;
    public const int Refused = 3;
    public const int NotFound = 4;
    public const int Conflict = 5;

    public static int Of(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Usage => BadUsage,
        RefusalKind.Rule => Refused,
        RefusalKind.NotFound => NotFound,
        _ => Conflict,
    };
}
