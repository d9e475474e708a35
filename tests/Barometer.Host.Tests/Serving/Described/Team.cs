using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>Somebody for each right: who proposes is not who approves.</summary>
internal sealed class Team(ServedRecord served) : IDisposable
{
    private readonly HttpClient _nobody = served.Nobody();
    private readonly Dictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    /// <summary>Whoever may do an operation at the barometer; nobody in particular where anybody may.</summary>
    public async Task<HttpClient> Of(Operation operation)
    {
        if (operation.IsForAnybody)
            return _nobody;
        var (name, role, barometer) = operation.Right switch
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
        foreach (var client in _clients.Values.Prepend(_nobody))
            client.Dispose();
    }
}
