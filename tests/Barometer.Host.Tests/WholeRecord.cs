namespace Barometer.Host.Tests;

/// <summary>All that the database holds of a record, so that a test can say that nothing of it changed.</summary>
internal static class WholeRecord
{
    // What follows behind the record does so when it likes, and is left out.
    private const string Tables =
        """
        select string_agg(format('%s %s', name, (xpath('//d/text()', query_to_xml(format('select count(*) || '' '' || md5(coalesce(string_agg(r::text, '','' order by r::text), '''')) d from barometer.%I r', name), false, false, '')))[1]), E'\n' order by name)
        from (select table_name::text from information_schema.tables where table_schema = 'barometer' and table_type = 'BASE TABLE') t (name)
        where name not in ('columns', 'column_classes', 'column_checks', 'mt_event_progression', 'mt_event_projection_floors', 'mt_high_water_skips')
        """;

    /// <summary>Every table with the count of its rows and a digest of what is in them.</summary>
    public static async Task<string[]> Everything(this EmptyRecord record) => (await record.Ask<string>(Tables)).Split('\n');

    /// <summary>How many numbers were given to events: one that is given and not used is a gap, which whatever follows the record waits behind.</summary>
    public static Task<long> NumbersGiven(this EmptyRecord record) => record.Ask<long>("select last_value from barometer.mt_events_sequence");
}
