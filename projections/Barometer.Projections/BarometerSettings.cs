using Barometer.Domain.Barometers;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Barometer.Projections;

/// <summary>What has the publisher settled for the barometer?</summary>
public sealed class BarometerSettings : SingleStreamProjection<Settings, string>
{
    /// <summary>Follows the barometer's own stream.</summary>
    public BarometerSettings()
    {
        Name = "settings";
        IncludeType<BarometerDeclared>();
        IncludeType<SettingsChanged>();
    }

    /// <inheritdoc />
    public override Settings? Evolve(Settings? snapshot, string id, IEvent e) => e.Data switch
    {
        BarometerDeclared declared => Declaring.Fold(declared),
        SettingsChanged changed => ChangingSettings.Fold(snapshot!, changed),
        _ => snapshot,
    };
}
