namespace Amicast.Simulator.Ec2.Images;

/// <summary>Whether an image may be deregistered.</summary>
/// <param name="IsEnabled">Whether the protection is on.</param>
/// <param name="HasCooldown">Whether it holds for 24 hours after it was switched off.</param>
/// <param name="HoldsUntil">Until when it still holds, once off.</param>
internal sealed record DeregistrationProtection(bool IsEnabled, bool HasCooldown, DateTimeOffset HoldsUntil)
{
    private static readonly TimeSpan Cooldown = TimeSpan.FromHours(24);

    internal static DeregistrationProtection None { get; } = new(false, false, DateTimeOffset.MinValue);

    internal bool HoldsAt(DateTimeOffset now) => IsEnabled || now < HoldsUntil;

    internal DeregistrationProtection SwitchedOff(DateTimeOffset now) =>
        IsEnabled ? this with { IsEnabled = false, HoldsUntil = HasCooldown ? now + Cooldown : now } : this;

    /// <summary>As DescribeImages and DescribeImageAttribute show it. A choice: during the cool-down it shows as enabled still.</summary>
    internal string StatusAt(DateTimeOffset now) => (HoldsAt(now), HasCooldown) switch
    {
        (false, _) => "disabled",
        (true, false) => "enabled-without-cooldown",
        (true, true) => "enabled-with-cooldown",
    };
}
