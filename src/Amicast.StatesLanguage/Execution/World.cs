using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Execution;

/// <summary>What every execution of an engine shares.</summary>
internal sealed record World(WorldClock Clock, Chance Chance, ITaskInvoker Invoker, LocalStepFunctions StepFunctions)
{
    public TaskTokens Tokens { get; } = new(Chance.Fork("task tokens"));

    /// <summary>Ids of calls to integrated services.</summary>
    public Chance RequestIds { get; } = Chance.Fork("integration request ids");
}
