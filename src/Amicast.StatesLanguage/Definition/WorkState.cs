using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Definition;

/// <summary>A state whose work can fail, be retried and be caught: Task, Parallel, Map.</summary>
internal abstract record WorkState : State
{
    public PayloadTemplate? Parameters { get; init; }

    public PayloadTemplate? ResultSelector { get; init; }

    /// <summary>Where in the input the result goes; null to drop it.</summary>
    public ReferencePath? ResultPath { get; init; } = ReferencePath.Root;

    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    public IReadOnlyList<Catcher> Catch { get; init; } = [];
}
