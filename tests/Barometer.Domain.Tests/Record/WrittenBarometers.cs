namespace Barometer.Domain.Tests.Record;

/// <summary>Events of settings, relationships and rule sets as the record has them. Added to, never edited.</summary>
internal static class WrittenBarometers
{
    /// <summary>A relationship that coded data brought: it says whose it is.</summary>
    public const string SettingsChangedWithParties = """
        {
          "name": "Coded",
          "range": 10,
          "added": [
            {
              "key": "afghanistan-india",
              "name": "Afghanistan–India",
              "printedAs": [],
              "prefix": "AFGIND",
              "dimensions": [{ "key": "development", "name": "Development", "rose": "improved", "fell": "deteriorated" }],
              "parties": ["Afghanistan", "India"]
            }
          ],
          "actor": "publisher",
          "reason": "found in coded data"
        }
        """;

    /// <summary>A change of where two persons are needed.</summary>
    public const string SettingsChangedWithTwoPersons = """
        { "name": "Minsk Barometer", "range": 3, "added": [], "actor": "publisher", "reason": "four eyes", "twoPersons": "every-period" }
        """;

    public static Dictionary<string, string> Examples { get; } = new()
    {
        ["barometer_declared"] = """
            {
              "name": "Minsk Barometer",
              "range": 3,
              "calendar": { "firstMonth": "2018-01-01", "monthsPerPeriod": 2 },
              "relationships": [
                {
                  "key": "security",
                  "name": "Security",
                  "printedAs": ["security", "the security"],
                  "prefix": "SEC",
                  "dimensions": [
                    { "key": "national-security", "name": "National security", "rose": "improved", "fell": "deteriorated" },
                    { "key": "regional-tension", "name": "Regional tension", "rose": "eased", "fell": "worsened" }
                  ]
                }
              ],
              "actor": "publisher"
            }
            """,
        ["settings_changed"] = """
            {
              "name": "Minsk Barometer",
              "range": 5,
              "added": [
                {
                  "key": "latvia",
                  "name": "Belarus–Latvia",
                  "printedAs": [],
                  "prefix": "LV",
                  "dimensions": [{ "key": "development", "name": "Development", "rose": "improved", "fell": "deteriorated" }]
                }
              ],
              "actor": "publisher",
              "reason": "a wider scale"
            }
            """,
        ["relationship_declared"] = """{ "key": "russia", "actor": "publisher" }""",
        ["rule_set_drafted"] = """
            {
              "name": "heads-count-double",
              "version": 2,
              "document": { "name": "heads-count-double", "version": 2, "title": "A head of state counts double", "rules": [{ "id": "heads", "reason": "They can bind a state.", "when": { "source": { "level": "head of state" } }, "scale": 2 }] },
              "actor": "vera"
            }
            """,
        ["rule_set_retired"] = """{ "name": "heads-count-double", "version": 1, "reason": "it counted ministers too", "actor": "vera" }""",
        ["rule_set_published"] = """
            {
              "ruleSet": { "name": "as-published", "version": 1, "digest": "910ed7abc77960e4a5bd88860d42e33b02113a6562ccf2f28c3c4a195b12a6cc" },
              "document": { "name": "as-published", "version": 1, "title": "As published", "rules": [], "bands": [{ "dimension": "mood", "bands": [{ "name": "White", "from": 0 }] }] },
              "actor": "publisher"
            }
            """,
    };
}
