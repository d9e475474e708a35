namespace Barometer.Domain.Tests.Record;

/// <summary>Events of periods as the record has them. Added to, never edited.</summary>
internal static class WrittenPeriods
{
    public static Dictionary<string, string> Examples { get; } = new()
    {
        ["period_opened"] = """{ "period": "2019-11/2019-12", "issue": 12, "actor": "ina" }""",
        ["period_closed"] = """
            {
              "period": "2019-11/2019-12",
              "figures": [
                { "relationship": "russia", "dimension": "development", "positive": 27, "negative": -14, "developments": 29, "aggregate": 13 },
                { "relationship": "security", "dimension": "regional-tension", "positive": 11, "negative": -20, "developments": 31, "band": "Yellow", "aggregate": -9 }
              ],
              "developments": [
                { "reference": "RU-12-016", "revision": 2, "points": { "development": { "positive": 2, "negative": -1 } } },
                { "reference": "RU-12-017", "revision": 3 }
              ],
              "ruleSet": { "name": "as-published", "version": 1, "digest": "910ed7abc77960e4a5bd88860d42e33b02113a6562ccf2f28c3c4a195b12a6cc" },
              "positions": "china:19,russia:33",
              "answers": [{ "question": "date:SEC-12-029", "word": "kept" }],
              "actor": "vera"
            }
            """,
        ["figures_printed"] = """
            {
              "period": "2019-11/2019-12",
              "publication": "Minsk Barometer, issue 12",
              "figures": [
                { "relationship": "russia", "dimension": "development", "figure": "catalogue-total", "points": 10, "place": "Appendix 1", "line": 812 },
                { "relationship": "security", "dimension": "regional-tension", "figure": "band", "band": "Yellow", "place": "Appendix 2", "line": 2290 }
              ],
              "actor": "ina"
            }
            """,
        ["text_recorded"] = """
            {
              "period": "2019-11/2019-12",
              "section": "security",
              "kind": "table",
              "title": "Table 1. Exercises in the region",
              "passages": [
                { "heading": "Poland", "text": "Anakonda", "firstLine": 700, "lastLine": 702 },
                { "text": "Zapad", "firstLine": 703, "lastLine": 703 }
              ],
              "actor": "ina"
            }
            """,
    };
}
