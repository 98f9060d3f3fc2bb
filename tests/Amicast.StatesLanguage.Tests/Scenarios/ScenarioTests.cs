using Amicast.StatesLanguage.Definition;
using Amicast.Tests;

namespace Amicast.StatesLanguage.Tests.Scenarios;

/// <summary>Each definition of this folder (<c>NAME.asl.json</c>, with NAME.input.json and NAME.functions.json, and NAME.other.json, the state machine <c>other</c>) has the history Approved/NAME.history.txt.</summary>
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

        engine.Run(File.ReadAllText(FileOf(name, DefinitionSuffix)), ReadOrDefault(name, ".input.json").Trim());
        return engine.HistoryText();
    }

    private static string FileOf(string name, string suffix) => Path.Combine(Folder, name + suffix);

    private static string ReadOrDefault(string name, string suffix) => File.Exists(FileOf(name, suffix)) ? File.ReadAllText(FileOf(name, suffix)) : "{}";
}
