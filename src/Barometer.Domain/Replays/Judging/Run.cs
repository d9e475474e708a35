namespace Barometer.Domain.Replays.Judging;

/// <summary>Rows side by side that are in one context, and the treatment of each kind there.</summary>
internal readonly record struct Run(int Start, int End, TreatmentOfKinds Treatments);
