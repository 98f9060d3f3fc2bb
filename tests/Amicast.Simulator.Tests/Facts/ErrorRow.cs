namespace Amicast.Simulator.Tests.Facts;

/// <summary>How one error code of EC2 is provoked.</summary>
/// <param name="Code">The code that this row is for.</param>
/// <param name="Why">In words.</param>
/// <param name="Request">The request that is refused.</param>
/// <param name="Expected">The whole error, "code status: message".</param>
internal sealed record ErrorRow(string Code, string Why, string Request, string Expected)
{
    /// <summary>What happens before; each must succeed.</summary>
    internal IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>How long it then takes until the request.</summary>
    internal TimeSpan After { get; init; }

    internal string Region { get; init; } = RichAccount.First;

    internal string AccessKey { get; init; } = "AKIDEXAMPLE";

    /// <summary>Limits that are other than usual.</summary>
    internal string? Limits { get; init; }
}
