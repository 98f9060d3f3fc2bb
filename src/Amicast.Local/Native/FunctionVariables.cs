using System.Globalization;

namespace Amicast.Local.Native;

/// <summary>The environment that Lambda gives to a function's process.</summary>
/// <remarks>Source: "Defined runtime environment variables", AWS Lambda developer guide. Nothing else of the caller's environment is in it.</remarks>
/// <param name="options">The folder, the memory, and what the template sets.</param>
/// <param name="place">Where the cloud is.</param>
internal sealed class FunctionVariables(NativeOptions options, ServedPlace place)
{
    internal Dictionary<string, string> Of(string handler, string runtimeApi, int process)
    {
        var variables = new Dictionary<string, string>(options.Variables, StringComparer.Ordinal)
        {
            ["_HANDLER"] = handler,
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["AWS_LAMBDA_FUNCTION_NAME"] = handler,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = options.MemorySize.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_FORMAT"] = "JSON",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{handler}",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = $"[$LATEST]{process}",
            ["AWS_REGION"] = place.Region,
            ["AWS_DEFAULT_REGION"] = place.Region,
            ["AWS_ACCESS_KEY_ID"] = "AKIASIMULATED0000000",
            ["AWS_SECRET_ACCESS_KEY"] = "simulated",
            ["AWS_SESSION_TOKEN"] = "simulated",
            ["AWS_ENDPOINT_URL"] = place.Endpoint.ToString(),
            ["AMICAST_STATE_MACHINE_ARN"] = place.StateMachineArn,
            ["LAMBDA_TASK_ROOT"] = Path.GetFullPath(options.Directory),
            ["LAMBDA_RUNTIME_DIR"] = Path.GetFullPath(options.Directory),
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
        };
        variables.TryAdd("PATH", "/usr/local/bin:/usr/bin:/bin");
        return variables;
    }
}

/// <summary>Where functions find the cloud that they are part of.</summary>
/// <param name="Endpoint">The one endpoint of all its services.</param>
/// <param name="Region">The functions' Region.</param>
/// <param name="StateMachineArn">The state machine of the flow.</param>
public sealed record ServedPlace(Uri Endpoint, string Region, string StateMachineArn);
