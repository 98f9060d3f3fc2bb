namespace Amicast.Simulator.Tests.Facts;

/// <summary>One operation of EC2, with the least that it needs.</summary>
/// <param name="Operation">Its Action.</param>
/// <param name="Query">Parameters with which it succeeds in <see cref="RichAccount.First"/>; <c>{region}</c> stands for the Region asked.</param>
internal sealed record OperationRow(string Operation, string Query = "")
{
    /// <summary>The parameters that must be there.</summary>
    internal IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The parameters that are ids; those of a Describe operation are not in <see cref="Query"/>.</summary>
    internal IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The kinds of resource that TagSpecification may name.</summary>
    internal IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How many characters its ClientToken may have; none: it takes none.</summary>
    internal int? LongestToken { get; init; }

    internal string Request(string region = RichAccount.First) => Text(Operation, Query).Replace("{region}", region, StringComparison.Ordinal);

    /// <summary>The request with another value for one parameter.</summary>
    internal string With(string parameter, string value, string region = RichAccount.First) =>
        $"{Without(parameter, region)}&{parameter}={Uri.EscapeDataString(value)}";

    /// <summary>The request without a parameter.</summary>
    internal string Without(string parameter, string region = RichAccount.First) =>
        string.Join('&', Request(region).Split('&').Where(pair => pair.Split('=')[0] is var name && name != parameter && !name.StartsWith($"{parameter}.", StringComparison.Ordinal)));

    private static string Text(string operation, string query) => query.Length == 0 ? $"Action={operation}" : $"Action={operation}&{query}";
}
