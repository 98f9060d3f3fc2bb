using Amazon.Lambda.Core;
using Amicast.Functions.Runtime;
using Amicast.Functions.Runtime.Logging;

namespace Amicast.Functions.Tests.Runtime;

public sealed class LambdaEnvironmentTests
{
    [Fact]
    public void Environment_is_read_from_Lambdas_variables()
    {
        var variables = new Dictionary<string, string>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = "127.0.0.1:9001",
            ["_HANDLER"] = "Plan",
            ["AWS_LAMBDA_FUNCTION_NAME"] = "amicast-Plan",
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "7",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "256",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/amicast-Plan",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = "stream",
            ["AWS_LAMBDA_LOG_FORMAT"] = "Text",
            ["AWS_LAMBDA_LOG_LEVEL"] = "WARN",
            ["AWS_LAMBDA_MAX_CONCURRENCY"] = "8",
        };

        Assert.Equal(
            new LambdaEnvironment("127.0.0.1:9001", "Plan", "amicast-Plan", "7", 256, "/aws/lambda/amicast-Plan", "stream", LogFormat.Text, LogLevel.Warning, 8),
            LambdaEnvironment.Read(variables.GetValueOrDefault));
    }

    [Fact]
    public void Environment_has_the_values_of_a_bare_process_for_variables_that_are_absent() =>
        Assert.Equal(
            new LambdaEnvironment("runtime", null, "", "$LATEST", 0, "", "", LogFormat.Json, LogLevel.Information, 1),
            LambdaEnvironment.Read(name => name == "AWS_LAMBDA_RUNTIME_API" ? "runtime" : null));

    [Fact]
    public void Environment_without_a_Runtime_API_is_refused_with_the_reason()
    {
        var error = Assert.Throws<InvalidOperationException>(() => LambdaEnvironment.Read(_ => null));

        Assert.Equal(
            "AWS_LAMBDA_RUNTIME_API is not set. This program is a Lambda function: Lambda starts it, or a process that speaks the Lambda Runtime API.",
            error.Message);
    }
}
