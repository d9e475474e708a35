namespace Barometer.Domain.Tests.Record;

/// <summary>Events of who may do what as the record has them. Added to, never edited.</summary>
internal static class WrittenPeople
{
    public static Dictionary<string, string> Examples { get; } = new()
    {
        ["person_appointed"] = """{ "subject": "248289761001", "name": "anna", "roles": ["editor", "chief-editor"], "actor": "*root" }""",
        ["person_dismissed"] = """{ "subject": "248289761001", "actor": "ada", "reason": "has left" }""",
        ["key_issued"] = """
            {
              "name": "nightly-import", "role": "editor", "expires": "2027-02-01T12:00:00+00:00",
              "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "actor": "ada"
            }
            """,
        ["key_revoked"] = """{ "name": "nightly-import", "actor": "ada", "reason": "lost" }""",
    };
}
