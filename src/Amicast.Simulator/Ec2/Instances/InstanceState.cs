namespace Amicast.Simulator.Ec2.Instances;

/// <summary>The state of an instance, with EC2's code for it.</summary>
internal sealed record InstanceState(int Code, string Name)
{
    internal static InstanceState Pending { get; } = new(0, "pending");

    internal static InstanceState Running { get; } = new(16, "running");

    internal static InstanceState ShuttingDown { get; } = new(32, "shutting-down");

    internal static InstanceState Terminated { get; } = new(48, "terminated");

    internal static InstanceState Stopping { get; } = new(64, "stopping");

    internal static InstanceState Stopped { get; } = new(80, "stopped");
}

/// <summary>The two status checks of an instance: ok, initializing, impaired, not-applicable.</summary>
internal sealed record StatusChecks(string Instance, string System)
{
    internal static StatusChecks NotApplicable { get; } = new("not-applicable", "not-applicable");

    internal static StatusChecks Initializing { get; } = new("initializing", "initializing");

    /// <summary>After a reboot: the host is well, the system on it is starting.</summary>
    internal static StatusChecks Rebooting { get; } = new("initializing", "ok");

    internal static StatusChecks Ok { get; } = new("ok", "ok");

    internal static StatusChecks Impaired { get; } = new("impaired", "ok");

    /// <summary>The reachability that the details of a status show.</summary>
    internal static string? Reachability(string status) => status switch
    {
        "ok" => "passed",
        "impaired" => "failed",
        "initializing" => "initializing",
        _ => null,
    };
}
