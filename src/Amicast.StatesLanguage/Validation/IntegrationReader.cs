using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Checks the Parameters of a task that calls an integrated service: what must be there, what may be, and what this engine does not run.</summary>
internal static class IntegrationReader
{
    private const string Name = "Parameters";

    public static void CheckParameters(TaskIntegration integration, FieldReader task)
    {
        var (required, optional, refused) = FieldsOf(integration);
        if (task.Take(Name) is not JsonObject parameters)
        {
            task.Problems.Wrong(task.At, $"{integration.ResourceType}:{integration.Action} needs Parameters with {required}.");
            return;
        }

        var at = task.At.Field(Name);
        var given = parameters.Fields.Select(field => (field.Key, Plain: field.Key.EndsWith(".$", StringComparison.Ordinal) ? field.Key[..^2] : field.Key)).ToList();
        if (!given.Exists(field => field.Plain == required))
        {
            task.Problems.Wrong(at, $"The field '{required}' is missing.");
        }

        foreach (var (key, plain) in given.Where(field => field.Plain != required && !optional.Contains(field.Plain)))
        {
            var isRefused = refused.Contains(plain);
            task.Problems.Add(
                at.Field(key),
                isRefused ? ProblemCodes.NotSupported : ProblemCodes.Schema,
                isRefused ? $"'{plain}' is not supported: this engine does not do it." : $"The field '{plain}' is none of {integration.ResourceType}:{integration.Action}.");
        }
    }

    public static (string Required, string[] Optional, string[] Refused) FieldsOf(TaskIntegration integration) => integration.ResourceType switch
    {
        "lambda" => ("FunctionName", ["Payload", "Qualifier"], ["InvocationType", "ClientContext", "LogType"]),
        "states" => ("StateMachineArn", ["Input", "Name"], ["TraceHeader"]),
        _ => ("Entries", [], ["EndpointId"]),
    };
}
