namespace Barometer.Domain.Tests.Record;

/// <summary>Events of proposals, and the commands that they keep, as the record has them. Added to, never edited.</summary>
internal static class WrittenProposals
{
    /// <summary>A revision that somebody else had to approve.</summary>
    public const string PointsAmendedWithApproval = """
        {
          "reference": "RU-12-016", "revision": 2, "actor": "ales", "reason": "read again", "reasonKind": "error", "approvedBy": "vera",
          "from": { "development": { "positive": 3, "negative": 0 } },
          "to": { "development": { "positive": 2, "negative": -1 } },
          "filing": { "period": "2019-11/2019-12", "day": "2019-11-20" }
        }
        """;

    /// <summary>A proposal of a new development: it is about none that is in the record.</summary>
    public const string ChangeProposedOfNew = """
        {
          "proposal": "RU-12-NEW.2",
          "relationship": "russia",
          "command": { "name": "record_something_of_later", "data": { "any": [1, { "thing": null }] } },
          "actor": "ales"
        }
        """;

    public static Dictionary<string, string> Examples { get; } = new()
    {
        ["change_proposed"] = """
            {
              "proposal": "RU-12-016.3.1",
              "relationship": "russia",
              "reference": "RU-12-016",
              "revision": 3,
              "command": {
                "name": "amend_points",
                "data": { "points": { "development": { "positive": 1, "negative": 0 } }, "reference": "RU-12-016", "revision": 3, "actor": "ales", "reason": "misread", "reasonKind": "error" }
              },
              "actor": "ales",
              "reason": "misread",
              "reasonKind": "error"
            }
            """,
        ["proposal_approved"] = """{ "proposal": "RU-12-016.3.1", "reference": "RU-12-016", "revision": 4, "actor": "vera" }""",
        ["proposal_rejected"] = """{ "proposal": "RU-12-NEW.2", "actor": "vera", "reason": "it is RU-12-014 told again" }""",
    };

    public static Dictionary<string, string> Commands { get; } = new()
    {
        ["score_development"] = """
            {
              "points": { "national-security": { "positive": 1, "negative": 0 }, "regional-tension": { "positive": 0, "negative": -1 } },
              "relationship": "security",
              "period": "2019-11/2019-12",
              "particulars": {
                "title": "Visit",
                "date": { "printed": "Early November", "earliest": "2019-11-01", "latest": "2019-11-10", "precision": "part-of-month" },
                "reportedOn": "2019-11-11",
                "sources": ["agency"],
                "classification": { "contexts": [], "sources": [], "targets": [], "nonEvent": false, "evidence": [] }
              },
              "afterClosing": true,
              "actor": "ales",
              "reason": "forgotten",
              "reasonKind": "error"
            }
            """,
        ["give_points"] = """{ "points": { "development": { "positive": 0, "negative": 0 } }, "reference": "RU-12-030", "revision": 1, "actor": "ales", "reason": "forgotten", "reasonKind": "error" }""",
        ["amend_points"] = """{ "points": { "development": { "positive": 2, "negative": -1 } }, "reference": "RU-12-016", "revision": 3, "actor": "ales", "reason": "misread", "reasonKind": "new-information" }""",
        ["withdraw_development"] = """{ "reference": "RU-12-016", "revision": 3, "actor": "ales", "reason": "entered twice", "reasonKind": "error" }""",
        ["reinstate_development"] = """{ "reference": "RU-12-016", "revision": 4, "actor": "ales", "reason": "not entered twice", "reasonKind": "error" }""",
        ["redate_development"] = """
            {
              "date": { "printed": "-", "precision": "unknown" },
              "reference": "RU-12-016", "revision": 3, "actor": "ales", "reason": "the agency was wrong", "reasonKind": "error"
            }
            """,
        ["refile_development"] = """{ "to": "2019-09/2019-10", "reference": "RU-12-016", "revision": 3, "actor": "ales", "reason": "continued from there", "reasonKind": "reattribution" }""",
    };
}
