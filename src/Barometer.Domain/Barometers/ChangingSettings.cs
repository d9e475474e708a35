using System.Collections.Immutable;
using Barometer.Domain.Record;

namespace Barometer.Domain.Barometers;

/// <summary>Changes the settings of a barometer.</summary>
/// <param name="Name">A new name, or null to keep it.</param>
/// <param name="Range">A new range, or null to keep it; only ever wider, for points already given stay what they are.</param>
/// <param name="Added">Relationships to index from now on.</param>
/// <param name="Actor">Who changes them.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeSettings(string? Name, int? Range, ImmutableArray<Relationship> Added, string Actor, string Reason)
{
    /// <summary>In which periods two persons are needed to move a figure from now on, or null to keep it.</summary>
    public TwoPersons? TwoPersons { get; init; }
}

/// <summary>The settings of a barometer were changed.</summary>
/// <param name="Name">The name from now on.</param>
/// <param name="Range">The largest positive part of a score from now on.</param>
/// <param name="Added">Relationships indexed from now on.</param>
/// <param name="Actor">Who changed them.</param>
/// <param name="Reason">Why.</param>
public sealed record SettingsChanged(string Name, int Range, ImmutableArray<Relationship> Added, string Actor, string Reason)
{
    /// <summary>In which periods two persons are needed to move a figure from now on; null where that stays as it was.</summary>
    public TwoPersons? TwoPersons { get; init; }
}

/// <summary>The decision to change the settings.</summary>
public static class ChangingSettings
{
    /// <summary>Widens the range, renames the barometer, adds relationships or says where two persons are needed; nothing is ever taken away.</summary>
    public static Decision<SettingsChanged> Decide(ChangeSettings command, Settings settings)
    {
        var (name, range) = (command.Name ?? settings.Name, command.Range ?? settings.Range);
        if (range < settings.Range)
            return Refusal.Rule($"The range can only grow: points up to {settings.Range} have been given and stay what they are.");
        var twoPersons = command.TwoPersons == settings.TwoPersons ? null : command.TwoPersons;
        if (name == settings.Name && range == settings.Range && command.Added.IsEmpty && twoPersons is null)
            return Refusal.Rule("These are the settings already; nothing would change.");
        return Declaring.Check(name, range, settings.Calendar, settings.Relationships.AddRange(command.Added)) is { } refusal
            ? refusal
            : new SettingsChanged(name, range, command.Added, command.Actor, command.Reason) { TwoPersons = twoPersons };
    }

    /// <summary>The settings after the change.</summary>
    public static Settings Fold(Settings settings, SettingsChanged changed) => settings with
    {
        Name = changed.Name,
        Range = changed.Range,
        Relationships = settings.Relationships.AddRange(changed.Added),
        TwoPersons = changed.TwoPersons ?? settings.TwoPersons,
    };
}
