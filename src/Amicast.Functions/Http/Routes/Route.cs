namespace Amicast.Functions.Http.Routes;

/// <summary>One route of the API: a method on a path.</summary>
/// <param name="method">The method.</param>
/// <param name="path">The path as API Gateway writes it: <c>/distributions/{run}</c>.</param>
internal abstract class Route(string method, string path)
{
    private const string Variable = "{run}";
    private readonly string[] _segments = path[1..].Split('/');

    internal string Method { get; } = method;

    internal string Path { get; } = path;

    /// <summary>The query parameters that it knows; any other is refused.</summary>
    internal virtual IReadOnlyList<string> Parameters => [];

    /// <summary>Whether it takes a body; if not, one is refused.</summary>
    internal virtual bool TakesBody => false;

    internal bool Matches(IReadOnlyList<string> segments) =>
        segments.Count == _segments.Length && segments.Zip(_segments).All(pair => pair.Second == Variable || pair.First == pair.Second);

    /// <exception cref="Refusals.RefusalException">The request is refused.</exception>
    internal abstract Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellation);
}
