namespace Barometer.Publications.Coded;

/// <summary>In what form coded data come; coded.md describes each.</summary>
public enum CodedFormat
{
    /// <summary>Source, event label, target, date.</summary>
    Icews,

    /// <summary>The event tables of GDELT, 1.0 and 2.0.</summary>
    Gdelt,
}
