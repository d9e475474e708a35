namespace Barometer.Host.Store;

/// <summary>Documents of a barometer that are no part of its record, page by page, the last one first.</summary>
internal static class LatestFirst
{
    /// <summary>The latest, or those from before one of them.</summary>
    /// <param name="session">Of the barometer.</param>
    /// <param name="time">The member that says when each came about.</param>
    /// <param name="before">The one, by its id; null for the very latest.</param>
    /// <param name="take">How many, at most.</param>
    /// <param name="cancellation">Stops it.</param>
    // A where clause of one's own has to say whose barometer it is: Marten adds that to its own clauses only.
    public static Task<IReadOnlyList<T>> Of<T>(IQuerySession session, string time, string? before, int take, CancellationToken cancellation)
        where T : notnull => session.QueryAsync<T>(
            $"""
            where tenant_id = ? and (? = '' or ((data ->> '{time}')::timestamptz, id) <
                (select (l.data ->> '{time}')::timestamptz, l.id from {session.DocumentStore.Options.FindOrResolveDocumentType(typeof(T)).TableName.QualifiedName} l where l.tenant_id = ? and l.id = ?))
            order by (data ->> '{time}')::timestamptz desc, id desc limit ?
            """,
            cancellation, session.TenantId, before ?? "", session.TenantId, before ?? "", take);
}
