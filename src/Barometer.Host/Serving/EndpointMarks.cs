namespace Barometer.Host.Serving;

/// <summary>Marks an endpoint that asks although it is sent a body: it records nothing and needs no key.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AsksAttribute : Attribute;

/// <summary>Marks an endpoint that brings something new: it answers with 201, but where only what would happen is asked.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CreatesAttribute : Attribute;

/// <summary>Marks an endpoint whose command may have to wait for somebody else's approval: it then answers with 202.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MayWaitAttribute : Attribute;

/// <summary>Marks an endpoint that changes a recorded development: it needs the revision that the change is made on.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RevisesAttribute : Attribute;

/// <summary>Marks an endpoint that is sent files instead of JSON.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesFilesAttribute : Attribute;
