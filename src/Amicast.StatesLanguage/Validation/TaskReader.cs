using System.Text.RegularExpressions;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads Task states.</summary>
internal static partial class TaskReader
{
    private const long MostSeconds = 99_999_999;

    public static TaskState Read(FieldReader fields)
    {
        fields.NotBoth("TimeoutSeconds", "TimeoutSecondsPath");
        fields.NotBoth("HeartbeatSeconds", "HeartbeatSecondsPath");
        fields.Refuse("Credentials", "every function runs as the local account.");
        var resource = ReadResource(fields);
        var integration = TaskIntegration.All.FirstOrDefault(one => Partition().Replace(resource, "") == one.Name);
        if (integration is not null)
        {
            IntegrationReader.CheckParameters(integration, fields);
        }

        var task = WorkReader.Read(new TaskState(resource), fields) with
        {
            Integration = integration,
            Parameters = fields.Template("Parameters"),
            TimeoutSeconds = fields.Integer("TimeoutSeconds", 1, MostSeconds),
            TimeoutSecondsPath = fields.DefinitePath("TimeoutSecondsPath"),
            HeartbeatSeconds = fields.Integer("HeartbeatSeconds", 1, MostSeconds),
            HeartbeatSecondsPath = fields.DefinitePath("HeartbeatSecondsPath"),
        };
        if (task.HeartbeatSeconds >= (task.TimeoutSeconds ?? MostSeconds))
        {
            fields.Wrong("HeartbeatSeconds", "HeartbeatSeconds must be below TimeoutSeconds.");
        }

        return task;
    }

    private static string ReadResource(FieldReader fields)
    {
        const string Name = "Resource";
        var resource = fields.RequiredString(Name);
        if (resource is null)
        {
            return "";
        }

        if (TaskIntegration.All.Any(one => Partition().Replace(resource, "") == one.Name))
        {
            return resource;
        }

        if (Integration().IsMatch(resource))
        {
            fields.Problems.Add(
                fields.At.Field(Name),
                ProblemCodes.NotSupported,
                $"'{resource}' is not supported: a task names a Lambda function by its plain ARN, or one of {string.Join(", ", TaskIntegration.All.Select(one => "arn:aws:" + one.Name))}.");
        }
        else if (!Function().IsMatch(resource))
        {
            fields.Problems.Add(fields.At.Field(Name), ProblemCodes.Resource, $"'{resource}' is not the ARN of a Lambda function.");
        }

        return resource;
    }

    [GeneratedRegex(@"^arn:aws[a-z-]*:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Partition();

    [GeneratedRegex(@"^arn:[a-z-]+:(states|apigateway|batch|ecs|dynamodb|sns|sqs):", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Integration();

    [GeneratedRegex(@"^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,140}(:[A-Za-z0-9_$-]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Function();
}
