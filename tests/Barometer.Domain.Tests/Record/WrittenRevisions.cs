namespace Barometer.Domain.Tests.Record;

/// <summary>Revisions of developments as the record has them. Added to, never edited.</summary>
internal static class WrittenRevisions
{
    public static Dictionary<string, string> Examples { get; } = new()
    {
        ["points_given"] = """
            {
              "reference": "RU-12-030", "revision": 2, "actor": "ina",
              "points": { "development": { "positive": 0, "negative": 0 } },
              "filing": { "period": "2019-11/2019-12", "day": "2019-11-20" }
            }
            """,
        ["points_amended"] = """
            {
              "reference": "RU-12-016", "revision": 2, "actor": "ales", "reason": "read again", "reasonKind": "error",
              "from": { "development": { "positive": 3, "negative": 0 } },
              "to": { "development": { "positive": 2, "negative": -1 } },
              "filing": { "period": "2019-11/2019-12", "day": "2019-11-20" }
            }
            """,
        ["development_withdrawn"] = """
            {
              "reference": "RU-12-016", "revision": 3, "actor": "ales", "reason": "entered twice", "reasonKind": "reattribution",
              "points": { "development": { "positive": 2, "negative": 0 } },
              "filing": { "period": "2019-11/2019-12", "day": "2019-11-20" }
            }
            """,
        ["development_reinstated"] = """
            {
              "reference": "RU-12-016", "revision": 4, "actor": "ales", "reason": "not entered twice", "reasonKind": "method",
              "points": { "development": { "positive": 2, "negative": 0 } },
              "filing": { "period": "2019-11/2019-12", "day": "2019-11-20" }
            }
            """,
        ["development_redated"] = """
            {
              "reference": "RU-12-016", "revision": 5, "actor": "ales", "reason": "the agency was wrong",
              "from": { "printed": "Around 20 November", "earliest": "2019-11-17", "latest": "2019-11-23", "precision": "around" },
              "to": { "printed": "November-December", "earliest": "2019-11-01", "latest": "2019-12-31", "precision": "months" },
              "filedFrom": { "period": "2019-11/2019-12", "day": "2019-11-23" },
              "filedTo": { "period": "2019-11/2019-12", "day": "2019-12-31" },
              "points": { "development": { "positive": 2, "negative": 0 } }
            }
            """,
        ["development_refiled"] = """
            {
              "reference": "RU-12-016", "revision": 6, "actor": "ales", "reason": "continued from there",
              "from": { "period": "2019-11/2019-12", "day": "2019-12-31" },
              "to": { "period": "2019-09/2019-10", "day": "2019-10-31" },
              "points": { "development": { "positive": 2, "negative": 0 } }
            }
            """,
        ["development_reclassified"] = """
            {
              "reference": "RU-12-016", "revision": 7, "actor": "ales",
              "from": { "contexts": [], "sources": [], "targets": [], "nonEvent": false, "evidence": [] },
              "to": { "eventType": "AGREE", "contexts": ["economic"], "sources": [], "targets": [], "stage": "signed", "nonEvent": false, "evidence": [{ "table": "Table 1", "rows": [] }] }
            }
            """,
        ["development_described"] = """
            {
              "reference": "RU-12-016", "revision": 8, "actor": "ales",
              "title": "Presidents meet in Sochi", "sources": ["agency", "https://example.org"]
            }
            """,
        ["development_noted"] = """{ "reference": "RU-12-016", "revision": 9, "actor": "ales", "note": "ask the embassy" }""",
        ["same_happening_linked"] = """{ "reference": "CN-12-004", "revision": 2, "actor": "ales", "reason": "one visit", "with": "SEC-12-016" }""",
    };
}
