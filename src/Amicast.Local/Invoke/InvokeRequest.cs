using System.Net;

namespace Amicast.Local.Invoke;

/// <summary>Which function a request invokes, and how.</summary>
internal sealed record InvokeRequest(string FunctionArn, bool IsDryRun)
{
    private const string Latest = "$LATEST";
    private const string Qualifier = "?Qualifier=";

    /// <exception cref="InvokeRefusedException">It is no invocation, of no function that there is, or one that this endpoint does not carry out.</exception>
    public static InvokeRequest Read(HttpRequestMessage request, IReadOnlyCollection<string> names)
    {
        if (request.Method != HttpMethod.Post
            || request.RequestUri!.AbsolutePath.Split('/') is not ["", "2015-03-31", "functions", var function, "invocations"])
        {
            throw new InvokeRefusedException(
                HttpStatusCode.NotFound, "UnknownOperationException", "Of Lambda this endpoint has POST /2015-03-31/functions/{name}/invocations.");
        }

        var name = FunctionArns.NameOf(Uri.UnescapeDataString(function));
        if (!names.Contains(name))
        {
            throw NotFound(FunctionArns.Of(name));
        }

        CheckQualifier(Uri.UnescapeDataString(request.RequestUri.Query), name);
        RefuseUnless(request, "X-Amz-Log-Type", "None");
        RefuseUnless(request, "X-Amz-Client-Context");
        RefuseUnless(request, "X-Amz-Invocation-Type", "RequestResponse", "DryRun");
        return new InvokeRequest(FunctionArns.Of(name), Header(request, "X-Amz-Invocation-Type") == "DryRun");
    }

    private static void CheckQualifier(string query, string name)
    {
        if (query.Length > 0 && query != Qualifier + Latest)
        {
            throw query.StartsWith(Qualifier, StringComparison.Ordinal)
                ? NotFound($"{FunctionArns.Of(name)}:{query[Qualifier.Length..]}")
                : Unsupported($"the query '{query}'");
        }
    }

    private static void RefuseUnless(HttpRequestMessage request, string header, params ReadOnlySpan<string> supported)
    {
        if (Header(request, header) is { } value && !supported.Contains(value))
        {
            throw Unsupported($"{header}: {value}");
        }
    }

    private static string? Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? values.First() : null;

    private static InvokeRefusedException NotFound(string arn) =>
        new(HttpStatusCode.NotFound, "ResourceNotFoundException", $"Function not found: {arn}");

    private static InvokeRefusedException Unsupported(string what) =>
        new(HttpStatusCode.BadRequest, "InvalidParameterValueException", $"{what} is not supported by this endpoint.");
}
