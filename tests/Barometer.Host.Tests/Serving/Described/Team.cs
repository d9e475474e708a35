using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>Somebody for each right: who proposes is not who approves.</summary>
internal sealed class Team(ServedRecord served) : IDisposable
{
    private readonly Dictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    /// <summary>Whoever has a right at the barometer.</summary>
    public async Task<HttpClient> Of(Right? right)
    {
        var (name, role, barometer) = right switch
        {
            Right.Edit => ("anna", Role.Editor, "minsk"),
            Right.Approve or Right.Close or Right.PublishRules => ("boris", Role.ChiefEditor, "minsk"),
            Right.Replay or Right.DraftRules => ("olga", Role.Analyst, "minsk"),
            Right.Administer => ("ada", Role.Administrator, Appointments.Everywhere),
            _ => ("vera", Role.Auditor, "minsk"),
        };
        if (!_clients.TryGetValue(name, out var client))
            _clients[name] = client = await served.Person(name, role, barometer);
        return client;
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
    }
}
