namespace Barometer.Publications.Tests.Minsk;

/// <summary>
/// An issue that nobody published, in the same layout: other months, another order of sections and appendices, other dashes,
/// lines broken elsewhere.
/// </summary>
public static class InventedIssue
{
    /// <summary>Issue 20 of the Minsk Barometer, March and April 2021.</summary>
    public const string Text = """
        Dear readers!

        This is issue No. 20 of our monitor, about March–April 2021. Much was said,
        little was signed.
         Relationship with China

        Trends
        1. Trade grew.

        2. Nobody was surprised that trade grew, for it had
        grown before.

        Developments and processes

        Trade

        Trains went both ways, and one of them
        was photographed.

        Aggregate index: +3
        Positive points: +3
        Negative points: 0

        +3

        Forecast
        More trains.

        https://example.org/trains
         Aggregate index: 0
        Positive points: +2
        Negative points: −2

        Relationship with Russia

        Trends
        1. A quarrel about cheese.

        Developments and processes

        The cheese was returned1.

        1  The cheese of the issue before was counted there.

        Forecast
        Cheese will stay on the table.
         Appendix 2

        Catalogue of events underlying the security indices

        Date Event
        Regional
        tension

        National
        security

        Early March
        3 exercises near the border (see
        Table 1) – 2 0

        -
        Talks about talks
        +1 +1

        Total −1
        +1
         Appendix 1

        Catalogue of events underlying the relations development
        indices

        Relationship with China

        Date Event Point

        30 March–
        2 April
        First train of the year, with 150
        containers
        +2
         Date Event Point

        Mid-April A rail-
        way museum opens ‒ and closes +1

        Total +3
         Relationship with Russia

        Date Event Point

        1 March Cheese returned −2
        2 March Cheese eaten
        +1
        3 May Cheese praised, late +1

        Total 0
        """;
}
