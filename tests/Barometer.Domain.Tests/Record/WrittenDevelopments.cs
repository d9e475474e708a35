namespace Barometer.Domain.Tests.Record;

/// <summary>First events of developments as the record has them. Added to, never edited.</summary>
internal static class WrittenDevelopments
{
    public static Dictionary<string, string> Examples { get; } = new()
    {
        ["development_scored"] = """
            {
              "reference": "SEC-12-016",
              "revision": 1,
              "actor": "ina",
              "reason": "first in years",
              "reasonKind": "new-information",
              "relationship": "security",
              "filing": { "period": "2019-11/2019-12", "day": "2019-12-06" },
              "particulars": {
                "title": "Міністр абароны едзе ў Пекін – \"visit\" & talks",
                "date": { "printed": "2-6 December", "earliest": "2019-12-02", "latest": "2019-12-06", "precision": "range" },
                "reportedOn": "2019-12-07",
                "sources": ["https://example.org/a?b=1&c=2"],
                "classification": {
                  "eventType": "CONSULT",
                  "mode": "visit",
                  "contexts": ["military", "diplomatic"],
                  "cameo": "042",
                  "quadClass": { "scheme": "CAMEO", "class": 1 },
                  "sources": [{ "name": "defence minister", "country": "Belarus", "groups": ["CSTO"], "level": "minister" }],
                  "targets": [{ "name": "China", "groups": [] }],
                  "theme": "Military cooperation",
                  "stage": "in-force",
                  "nonEvent": false,
                  "place": "Beijing",
                  "evidence": [
                    {
                      "table": "Table 2",
                      "count": 5,
                      "rows": [{ "date": { "printed": "-", "precision": "unknown" }, "text": "Inspection", "line": 1011 }]
                    }
                  ]
                },
                "origin": { "identity": "issue-12/security/16", "firstLine": 900, "lastLine": 903 }
              },
              "points": {
                "national-security": { "positive": 1, "negative": 0 },
                "regional-tension": { "positive": 1, "negative": -1 }
              }
            }
            """,
        ["development_recorded_unscored"] = """
            {
              "reference": "RU-12-030",
              "revision": 1,
              "actor": "coder",
              "relationship": "russia",
              "filing": { "period": "2019-11/2019-12", "day": "2019-11-20" },
              "particulars": {
                "title": "Make statement",
                "date": { "printed": "2019-11-20", "earliest": "2019-11-20", "latest": "2019-11-20", "precision": "day" },
                "sources": [],
                "classification": { "contexts": [], "sources": [], "targets": [], "nonEvent": true, "evidence": [] }
              }
            }
            """,
        ["development_not_scored"] = """
            {
              "reference": "RU-12-031",
              "revision": 1,
              "actor": "ina",
              "reason": "scored in the issue before",
              "relationship": "russia",
              "filing": { "period": "2019-11/2019-12", "day": "2019-11-10" },
              "particulars": {
                "title": "Visit",
                "date": { "printed": "Early November", "earliest": "2019-11-01", "latest": "2019-11-10", "precision": "part-of-month" },
                "sources": [],
                "classification": { "contexts": [], "sources": [], "targets": [], "nonEvent": false, "evidence": [] }
              },
              "because": "scored in the issue before"
            }
            """,
    };
}
