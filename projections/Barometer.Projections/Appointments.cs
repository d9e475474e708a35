using Barometer.Domain.People;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Barometer.Projections;

/// <summary>Who may do what at a barometer, or everywhere?</summary>
public sealed class Appointments : SingleStreamProjection<Domain.People.Appointments, string>
{
    /// <summary>Follows the streams of people.</summary>
    public Appointments()
    {
        Name = "people";
        IncludeType<PersonAppointed>();
        IncludeType<PersonDismissed>();
        IncludeType<KeyIssued>();
        IncludeType<KeyRevoked>();
    }

    /// <inheritdoc />
    public override Domain.People.Appointments? Evolve(Domain.People.Appointments? snapshot, string id, IEvent e) => Domain.People.Appointments.Fold(snapshot, e.Data);
}
