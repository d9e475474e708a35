namespace Barometer.Domain.Tests.Record;

/// <summary>Events of periods as the record has them. Added to, never edited.</summary>
internal static class WrittenPeriods
{
    /// <summary>A closing under a rule set that adds a second layer.</summary>
    public const string PeriodClosedUnderRules = """
        {
          "period": "2019-11/2019-12",
          "figures": [{ "relationship": "security", "dimension": "regional-tension", "positive": 11, "negative": -20, "developments": 31, "band": "Orange", "aggregate": -9 }],
          "developments": [{ "reference": "SEC-12-004", "revision": 1, "points": { "regional-tension": { "positive": 0, "negative": -3 } } }],
          "ruleSet": { "name": "tense", "version": 2, "digest": "910ed7abc77960e4a5bd88860d42e33b02113a6562ccf2f28c3c4a195b12a6cc" },
          "positions": "security:32",
          "answers": [],
          "actor": "vera",
          "underRules": [
            {
              "relationship": "security", "dimension": "regional-tension", "period": "2019-11/2019-12", "positive": 8.5, "negative": -22, "developments": 31,
              "lines": [
                { "kind": "assigned", "positive": 11, "negative": -20, "developments": 31, "aggregate": -9 },
                { "kind": "rule", "rule": "words", "positive": -2.5, "negative": 0, "developments": 4, "aggregate": -2.5 },
                { "kind": "rule-alone", "rule": "cap", "positive": 0, "negative": -2, "developments": 0, "aggregate": -2 }
              ],
              "aggregate": -13.5, "assigned": -9
            }
          ]
        }
        """;

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
        ["figures_released"] = """
            {
              "name": "corrected-2020-03",
              "positions": "china:19,russia:35",
              "ruleSet": { "name": "as-published", "version": 1, "digest": "910ed7abc77960e4a5bd88860d42e33b02113a6562ccf2f28c3c4a195b12a6cc" },
              "actor": "vera",
              "reason": "The balance of crude oil alone"
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
