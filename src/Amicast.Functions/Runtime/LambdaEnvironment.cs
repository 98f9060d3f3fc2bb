using System.Globalization;
using Amazon.Lambda.Core;
using Amicast.Functions.Runtime.Logging;

namespace Amicast.Functions.Runtime;

/// <summary>What Lambda tells a function's process by its environment variables.</summary>
/// <remarks>Source: "Defined runtime environment variables", AWS Lambda developer guide. Absent ones have the values of a process outside Lambda.</remarks>
internal sealed record LambdaEnvironment(
    string RuntimeApi,
    string? Handler,
    string FunctionName,
    string FunctionVersion,
    int MemoryLimitInMB,
    string LogGroupName,
    string LogStreamName,
    LogFormat LogFormat,
    LogLevel LogLevel,
    int MaxConcurrency)
{
    /// <summary>Reads the variables.</summary>
    /// <exception cref="InvalidOperationException"><c>AWS_LAMBDA_RUNTIME_API</c> is not set: this is not a Lambda execution environment.</exception>
    internal static LambdaEnvironment Read(Func<string, string?> variable) => new(
        variable("AWS_LAMBDA_RUNTIME_API") ?? throw new InvalidOperationException(
            "AWS_LAMBDA_RUNTIME_API is not set. This program is a Lambda function: Lambda starts it, or a process that speaks the Lambda Runtime API."),
        variable("_HANDLER"),
        variable("AWS_LAMBDA_FUNCTION_NAME") ?? "",
        variable("AWS_LAMBDA_FUNCTION_VERSION") ?? "$LATEST",
        Number(variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), otherwise: 0),
        variable("AWS_LAMBDA_LOG_GROUP_NAME") ?? "",
        variable("AWS_LAMBDA_LOG_STREAM_NAME") ?? "",
        string.Equals(variable("AWS_LAMBDA_LOG_FORMAT"), "Text", StringComparison.OrdinalIgnoreCase) ? LogFormat.Text : LogFormat.Json,
        LogLevels.Read(variable("AWS_LAMBDA_LOG_LEVEL")),
        Math.Max(1, Number(variable("AWS_LAMBDA_MAX_CONCURRENCY"), otherwise: 1)));

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
