using System.Text.Json;
using System.Text.Json.Serialization;
using Amicast.Errors;

namespace Amicast.Functions.Errors;

/// <summary>An error as Lambda hands it to Step Functions: <see cref="ErrorType"/> becomes the state's <c>Error</c>, the JSON of the whole its <c>Cause</c>.</summary>
/// <remarks>
/// State data holds the Cause of every Region that failed (64 KiB in all), so a named error, which says all that is to say in its message,
/// carries no stack trace, and any other only its innermost frames. The log has the whole.
/// Source: "Using the Lambda runtime API for custom runtimes" and "Handling errors in Step Functions", AWS.
/// </remarks>
/// <param name="ErrorType">The error's name: an Amicast error's own, or the short name of any other exception's type.</param>
/// <param name="ErrorMessage">What happened, for a person; at most 16,000 characters.</param>
/// <param name="StackTrace">The innermost frames, at most ten; empty for a named error.</param>
public sealed record ErrorBody(string ErrorType, string ErrorMessage, IReadOnlyList<string> StackTrace)
{
    private const int MostMessage = 16_000;
    private const int MostFrames = 10;

    /// <summary>The body for <paramref name="exception"/>.</summary>
    public static ErrorBody From(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new ErrorBody(NameOf(exception), Shortened(exception.Message), exception is AmicastException ? [] : Frames(exception));
    }

    /// <summary>The name under which the state machine's Retry and Catch know <paramref name="exception"/>.</summary>
    public static string NameOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is AmicastException named ? named.Name : exception.GetType().Name;
    }

    /// <summary>The body as JSON: <c>{"errorType":…,"errorMessage":…,"stackTrace":[…]}</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ErrorBodyJson.Default.ErrorBody);

    private static string Shortened(string message) =>
        message.Length <= MostMessage ? message : $"{message.AsSpan(0, MostMessage - 100)}… ({message.Length - MostMessage + 100} characters more)";

    private static string[] Frames(Exception exception) =>
        [.. (exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostFrames)];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class ErrorBodyJson : JsonSerializerContext;
