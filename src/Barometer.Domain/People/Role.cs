namespace Barometer.Domain.People;

/// <summary>What somebody is to a barometer. Who has several roles may do what any of them may.</summary>
public enum Role
{
    /// <summary>Reads indices, developments and their histories, explanations, rule sets and saved replays.</summary>
    Reader,

    /// <summary>Reads everything, the log and who may do what among it, and writes nothing.</summary>
    Auditor,

    /// <summary>Drafts rule sets and replays periods under them.</summary>
    Analyst,

    /// <summary>Scores, amends and proposes.</summary>
    Editor,

    /// <summary>What an editor and an analyst may; and approves, closes, releases and publishes rule sets.</summary>
    ChiefEditor,

    /// <summary>Settles what the barometer indexes, appoints people and issues keys.</summary>
    Administrator,
}

/// <summary>What may be done at a barometer.</summary>
public enum Right
{
    /// <summary>Read what a barometer says.</summary>
    Read,

    /// <summary>Read the log, and who may do what.</summary>
    Audit,

    /// <summary>Compute replays, and how far they hold.</summary>
    Replay,

    /// <summary>Draft rule sets.</summary>
    DraftRules,

    /// <summary>Record developments and change them; propose what needs a second person.</summary>
    Edit,

    /// <summary>Approve or reject what others propose.</summary>
    Approve,

    /// <summary>Open, close and release periods.</summary>
    Close,

    /// <summary>Publish and retire rule sets.</summary>
    PublishRules,

    /// <summary>Declare barometers and change their settings, appoint people, issue keys.</summary>
    Administer,
}

/// <summary>What each role may do.</summary>
public static class Rights
{
    /// <summary>The rights of a role.</summary>
    public static IReadOnlyCollection<Right> Of(Role role) => role switch
    {
        Role.Reader => [Right.Read],
        Role.Auditor => [Right.Read, Right.Audit],
        Role.Analyst => [Right.Read, Right.Replay, Right.DraftRules],
        Role.Editor => [Right.Read, Right.Edit],
        Role.ChiefEditor => [Right.Read, Right.Audit, Right.Replay, Right.DraftRules, Right.Edit, Right.Approve, Right.Close, Right.PublishRules],
        Role.Administrator => [Right.Read, Right.Audit, Right.Administer],
        _ => throw new InvalidOperationException($"{role} has no rights yet."),
    };

    /// <summary>True when one of the roles has the right.</summary>
    public static bool Allow(this IEnumerable<Role> roles, Right right) => roles.Any(role => Of(role).Contains(right));
}
