using System.Text.Json;
using Amicast.StatesLanguage.Definition;
using Amicast.Tests;

namespace Amicast.StatesLanguage.Tests.Scenarios;

/// <summary>Each definition of this folder has the history Approved/NAME.history.txt, with those of the executions that it starts.</summary>
/// <remarks>
/// <c>NAME.asl.json</c> is the definition, NAME.input.json the input, NAME.functions.json the functions, NAME.other.json the state machine
/// <c>other</c>; NAME.redrives.json the seconds after which the execution is redriven, once for each, when it has ended.
/// </remarks>
public sealed class ScenarioTests
{
    private const string DefinitionSuffix = ".asl.json";
    private static readonly string Folder = Repository.PathOf("tests/Amicast.StatesLanguage.Tests/Scenarios");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*" + DefinitionSuffix).Select(file => Path.GetFileName(file)[..^DefinitionSuffix.Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_has_its_whole_approved_history(string name) => Approved.Check(name + ".history.txt", HistoryOf(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_has_the_same_history_every_time(string name) => Assert.Equal(HistoryOf(name), HistoryOf(name));

    private static string HistoryOf(string name)
    {
        var engine = new Engine(ReadOrDefault(name, ".functions.json"));
        if (File.Exists(FileOf(name, ".other.json")))
        {
            engine.StepFunctions.CreateStateMachine("other", StateMachineDefinition.Parse(File.ReadAllText(FileOf(name, ".other.json"))));
        }

        var others = new List<string>();
        engine.StepFunctions.Observe((arn, entry) =>
        {
            if (entry.Type == "ExecutionStarted" && arn != Engine.ExecutionArn)
            {
                others.Add(arn);
            }
        });
        engine.Run(File.ReadAllText(FileOf(name, DefinitionSuffix)), ReadOrDefault(name, ".input.json").Trim());
        foreach (var seconds in JsonSerializer.Deserialize<double[]>(ReadOrDefault(name, ".redrives.json", "[]"), JsonSerializerOptions.Web)!)
        {
            engine.Redrive(seconds);
        }

        return engine.HistoryText() + string.Concat(others.Select(arn => $"\n{arn.Split(":execution:")[1]}\n{Engine.HistoryText(engine.History(arn))}"));
    }

    private static string FileOf(string name, string suffix) => Path.Combine(Folder, name + suffix);

    private static string ReadOrDefault(string name, string suffix, string otherwise = "{}") =>
        File.Exists(FileOf(name, suffix)) ? File.ReadAllText(FileOf(name, suffix)) : otherwise;
}
