namespace Barometer.Domain.Barometers;

/// <summary>In which periods nobody moves a figure alone: a change is proposed, and somebody else approves it. Nothing switches it off.</summary>
public enum TwoPersons
{
    /// <summary>In those that are closed; so it is where nothing else was said.</summary>
    ClosedPeriods,

    /// <summary>In open ones too.</summary>
    EveryPeriod,
}
