using System.Text.Json;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.Validation;

namespace Amicast.StatesLanguage.Protocol;

/// <summary>The operations on state machines.</summary>
internal static class StateMachineOperations
{
    private const string Standard = "STANDARD";

    private const string Error = "ERROR";
    private const string Warning = "WARNING";
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

    /// <remarks>Warnings come after the errors, and only where they are asked for.</remarks>
    public static byte[] Validate(LocalStepFunctions stepFunctions, RequestFields request)
    {
        CheckType(request);
        var withWarnings = ReadSeverity(request.String("severity")) == Warning;
        var asked = request.Integer("maxResults");
        if (asked is < 0 or > MostDiagnostics)
        {
            throw Paging.OutOfRange(asked, "maxResults", $"Member must have value between 0 and {MostDiagnostics}");
        }

        var most = asked == 0 ? MostDiagnostics : asked;
        var problems = new Problems();
        _ = DefinitionReader.Read(request.Required("definition"), problems);
        var all = problems.Found.Select(problem => (Severity: Error, Problem: problem)).ToList();
        all.AddRange(withWarnings ? problems.Warnings.Select(problem => (Warning, problem)) : []);
        return ResponseJson.Write(json =>
        {
            json.WriteString("result", problems.Found.Count == 0 ? "OK" : "FAIL");
            json.WriteStartArray("diagnostics");
            foreach (var (severity, problem) in all.Take(most))
            {
                json.WriteStartObject();
                json.WriteString("severity", severity);
                json.WriteString("code", problem.Code);
                json.WriteString("message", problem.Message);
                json.WriteString("location", problem.Location);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("truncated", all.Count > most);
        });
    }

    private static void CheckType(RequestFields request)
    {
        if (request.String("type") is { } type && type != Standard)
        {
            throw new StepFunctionsException("StateMachineTypeNotSupported", $"State Machine Type Not Supported: '{type}'; this endpoint runs {Standard}.");
        }
    }

    private static string ReadSeverity(string? severity) => severity is null or Error or Warning
        ? severity ?? Error
        : throw Paging.OutOfRange(severity, "severity", $"Member must satisfy enum value set: [{Error}, {Warning}]");

    private static void WriteSummary(Utf8JsonWriter json, StateMachine one)
    {
        json.WriteString("stateMachineArn", one.Arn);
        json.WriteString("name", one.Name);
        json.WriteString("type", Standard);
        ResponseJson.WriteDate(json, "creationDate", one.CreationDate);
    }
}
