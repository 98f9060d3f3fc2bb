using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States.Tasks;

/// <summary><c>lambda:invoke</c>, https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html.</summary>
internal static class LambdaInvoke
{
    private const string Latest = "$LATEST";
    private const int WholeArnParts = 7;

    public static async Task<JsonObject> CallAsync(JsonObject parameters, StateVisit visit)
    {
        var world = visit.Strand.Execution.World;
        var arn = ArnOf(ServiceFields.RequiredString(parameters, "FunctionName"), visit.Strand.Execution.Arn.Split(':'));
        if (ServiceFields.OptionalString(parameters, "Qualifier") is { } qualifier)
        {
            arn = arn.Split(':').Length == WholeArnParts
                ? $"{arn}:{qualifier}"
                : throw new TaskFailedException("Lambda.InvalidParameterValueException", "The derived qualifier from the function name does not match the specified qualifier.");
        }

        var payload = parameters.TryGet("Payload", out var given) ? given : JsonObject.Empty;
        var answer = JsonParser.Parse(await world.Invoker.InvokeAsync(new TaskInvocation(arn, payload.ToText())));
        var version = new JsonString(arn.Split(':') is { Length: > WholeArnParts } parts ? parts[WholeArnParts] : Latest);
        var result = new JsonObject([new("ExecutedVersion", version), new("Payload", answer), new("StatusCode", new JsonNumber(200))]);
        return ServiceFields.WithMetadata(result, world, new("X-Amz-Executed-Version", version), new("Content-Type", new JsonString("application/json")));
    }

    /// <summary>The whole ARN of a function given by its ARN, by <c>account:function:name</c> or by its name.</summary>
    private static string ArnOf(string name, string[] execution)
    {
        if (name.StartsWith("arn:", StringComparison.Ordinal))
        {
            return name;
        }

        var (partition, region, account) = (execution[1], execution[3], execution[4]);
        return name.Contains(":function:", StringComparison.Ordinal)
            ? $"arn:{partition}:lambda:{region}:{name}"
            : $"arn:{partition}:lambda:{region}:{account}:function:{name}";
    }
}
