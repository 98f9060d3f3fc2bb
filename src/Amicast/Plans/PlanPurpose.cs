namespace Amicast.Plans;

/// <summary>What a plan is made for.</summary>
internal enum PlanPurpose
{
    /// <summary>A run that is about to begin: what only a person would want to know is not looked up.</summary>
    Run,

    /// <summary>A person who wants to see it.</summary>
    Preview,

    /// <summary>As <see cref="Preview"/>, where the caller is the one who will act: the changing calls are tried with EC2's <c>DryRun</c>.</summary>
    PreviewAndTry,
}
