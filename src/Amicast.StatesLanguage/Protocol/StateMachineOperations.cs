using System.Text.Json;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Protocol;

/// <summary>The operations on state machines.</summary>
internal static class StateMachineOperations
{
    private const string Standard = "STANDARD";

    private const int MostDiagnostics = 100;

    public static byte[] Create(LocalStepFunctions stepFunctions, RequestFields request)
    {
        UnsupportedFields.Refuse(request);
        CheckType(request);
        var created = stepFunctions.CreateStateMachine(request.Required("name"), request.Required("definition"), request.Required("roleArn"));
        return ResponseJson.Write(json =>
        {
            json.WriteString("stateMachineArn", created.Arn);
            ResponseJson.WriteDate(json, "creationDate", created.CreationDate);
        });
    }

    public static byte[] Update(LocalStepFunctions stepFunctions, RequestFields request)
    {
        UnsupportedFields.Refuse(request);
        var date = stepFunctions.UpdateStateMachine(request.Required("stateMachineArn"), request.String("definition"), request.String("roleArn"));
        return ResponseJson.Write(json => ResponseJson.WriteDate(json, "updateDate", date));
    }

    public static byte[] Describe(LocalStepFunctions stepFunctions, RequestFields request)
    {
        var there = stepFunctions.DescribeStateMachine(request.Required("stateMachineArn"));
        return ResponseJson.Write(json =>
        {
            WriteSummary(json, there);
            json.WriteString("status", "ACTIVE");
            json.WriteString("definition", there.Definition.Text);
            json.WriteString("roleArn", there.RoleArn);
        });
    }

    public static byte[] List(LocalStepFunctions stepFunctions, RequestFields request)
    {
        var (page, nextToken) = stepFunctions.ListStateMachines(request.Integer("maxResults"), request.String("nextToken"));
        return ResponseJson.Write(json =>
        {
            json.WriteStartArray("stateMachines");
            foreach (var one in page)
            {
                json.WriteStartObject();
                WriteSummary(json, one);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            ResponseJson.WriteText(json, "nextToken", nextToken);
        });
    }

    public static byte[] Delete(LocalStepFunctions stepFunctions, RequestFields request)
    {
        stepFunctions.DeleteStateMachine(request.Required("stateMachineArn"));
        return ResponseJson.Write(_ => { });
    }

    /// <remarks>There are no warnings: everything that is found is an ERROR, whatever severity is asked for.</remarks>
    public static byte[] Validate(LocalStepFunctions stepFunctions, RequestFields request)
    {
        CheckType(request);
        CheckSeverity(request.String("severity"));
        var asked = request.Integer("maxResults");
        if (asked is < 0 or > MostDiagnostics)
        {
            throw Paging.OutOfRange(asked, "maxResults", $"Member must have value between 0 and {MostDiagnostics}");
        }

        var most = asked == 0 ? MostDiagnostics : asked;
        var problems = ProblemsOf(request.Required("definition"));
        return ResponseJson.Write(json =>
        {
            json.WriteString("result", problems.Count == 0 ? "OK" : "FAIL");
            json.WriteStartArray("diagnostics");
            foreach (var problem in problems.Take(most))
            {
                json.WriteStartObject();
                json.WriteString("severity", "ERROR");
                json.WriteString("code", problem.Code);
                json.WriteString("message", problem.Message);
                json.WriteString("location", problem.Location);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("truncated", problems.Count > most);
        });
    }

    private static IReadOnlyList<DefinitionProblem> ProblemsOf(string definition)
    {
        try
        {
            _ = StateMachineDefinition.Parse(definition);
            return [];
        }
        catch (InvalidDefinitionException e)
        {
            return e.Problems;
        }
    }

    private static void CheckType(RequestFields request)
    {
        if (request.String("type") is { } type && type != Standard)
        {
            throw new StepFunctionsException("StateMachineTypeNotSupported", $"State Machine Type Not Supported: '{type}'; this endpoint runs {Standard}.");
        }
    }

    private static void CheckSeverity(string? severity)
    {
        if (severity is not (null or "ERROR" or "WARNING"))
        {
            throw Paging.OutOfRange(severity, "severity", "Member must satisfy enum value set: [ERROR, WARNING]");
        }
    }

    private static void WriteSummary(Utf8JsonWriter json, StateMachine one)
    {
        json.WriteString("stateMachineArn", one.Arn);
        json.WriteString("name", one.Name);
        json.WriteString("type", Standard);
        ResponseJson.WriteDate(json, "creationDate", one.CreationDate);
    }
}
