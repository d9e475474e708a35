namespace Barometer.Host.Tests.Store;

/// <summary>Questions to the database about what protects the record.</summary>
internal static class Catalogue
{
    /// <summary>Every trigger as its DDL, and when it fires.</summary>
    public const string Triggers = """
        select string_agg(format(E'%s\n%s', pg_get_triggerdef(t.oid), case tgenabled when 'A' then 'always' else tgenabled::text end), E'\n' order by relname, tgname)
        from pg_trigger t join pg_class c on c.oid = tgrelid where relnamespace = 'barometer'::regnamespace and not tgisinternal
        """;

    /// <summary>The function that they execute.</summary>
    public const string Refusing = "select pg_get_functiondef('barometer.refuse'::regproc)";

    /// <summary>What the service may do with each table, column and sequence; tables that it may do everything with are the others.</summary>
    public const string Rights = """
        select string_agg(distinct format('%s: %s', case rights when 'delete, insert, select, truncate, update' then 'others' else name end, rights), E'\n')
        from (
            select name, string_agg(lower(privilege_type), ', ' order by privilege_type) rights
            from (
                select relname::text, relacl from pg_class where relnamespace = 'barometer'::regnamespace
                union all select relname || '.' || attname, attacl from pg_attribute join pg_class c on c.oid = attrelid where relnamespace = 'barometer'::regnamespace) a (name, acl),
                aclexplode(acl)
            where grantee = 'barometer_service'::regrole
            group by name) r
        """;
}
