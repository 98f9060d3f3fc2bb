using System.Globalization;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.Tests;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Tests.Scenarios;

/// <summary>Mutated scenarios and inputs: problems or a run to its end, never anything else. AMICAST_FUZZ in the environment asks for another number of them.</summary>
public sealed class FuzzTests
{
    private const int Few = 2000;

    private static readonly (string Definition, string Input)[] Scenarios =
        [.. Directory.GetFiles(Repository.PathOf("tests/Amicast.StatesLanguage.Tests/Scenarios"), "*.asl.json").Order(StringComparer.Ordinal).Select(Read)];

    private static readonly string[] Inputs =
        ["{}", "[1,2]", "null", "\"text\"", "{\"a\":[{\"b\":1}]}", "{\"seconds\":7,\"limit\":3,\"x\":true}", "[[1,[2]],{\"a\":{\"a\":{\"a\":[]}}}]"];

    private readonly Chance _chance = new(2026);
    private readonly Mutation _mutation;

    public FuzzTests() => _mutation = new Mutation(_chance);

    [Fact]
    public void Mutated_definition_and_input_give_problems_or_a_run_to_its_end()
    {
        var asked = Environment.GetEnvironmentVariable("AMICAST_FUZZ");
        var mutations = asked is null ? Few : int.Parse(asked, CultureInfo.InvariantCulture);
        var ran = 0;
        for (var i = 0; i < mutations; i++)
        {
            ran += RunsToItsEnd() ? 1 : 0;
        }

        Assert.InRange(ran, mutations / 5, mutations);
    }

    /// <summary>Whether the mutated definition could be run at all.</summary>
    private bool RunsToItsEnd()
    {
        var scenario = Scenarios[_chance.Next(Scenarios.Length)];
        var definition = _mutation.Of(scenario.Definition);
        var input = _chance.Strikes(0.5) ? _mutation.Of(scenario.Input) : Inputs[_chance.Next(Inputs.Length)];
        var engine = new Engine(clock => new Function(invocation => AnswerAsync(invocation, clock)));
        try
        {
            AssertEnded(engine.Run(definition, input), definition, input);
            while (_chance.Strikes(0.3) && engine.StepFunctions.DescribeExecution(Engine.ExecutionArn).Redrivability.Reason is null)
            {
                AssertEnded(engine.Redrive(_chance.Next(100)), definition, input);
            }

            return true;
        }
        catch (InvalidDefinitionException e)
        {
            Assert.NotEmpty(e.Problems);
            return false;
        }
        catch (StepFunctionsException e) when (e.Code == "InvalidExecutionInput")
        {
            return false;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{e}\n{definition}\n{input}");
            throw;
        }
    }

    private static void AssertEnded(ExecutionDescription ended, string definition, string input) => Assert.True(
        ended.Status is "SUCCEEDED" or "FAILED" or "TIMED_OUT" && ended.Cause?.StartsWith("The engine failed", StringComparison.Ordinal) != true,
        $"{ended}\n{definition}\n{input}");

    private static (string Definition, string Input) Read(string file)
    {
        var input = file.Replace(".asl.json", ".input.json", StringComparison.Ordinal);
        return (File.ReadAllText(file), File.Exists(input) ? File.ReadAllText(input) : "{}");
    }

    private async Task<string> AnswerAsync(TaskInvocation invocation, WorldClock clock)
    {
        await Task.Delay(TimeSpan.FromSeconds(_chance.Next(10)), clock);
        return _chance.Strikes(0.3) ? throw new TaskFailedException("Broken", invocation.Input) : _mutation.AnyValue();
    }
}
