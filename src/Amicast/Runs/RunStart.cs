namespace Amicast.Runs;

/// <summary>What came of starting, resuming or rolling back a run.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Execution">Which of its executions: 1 is the first.</param>
/// <param name="IsNew">Whether this call started it; if not, the same run with the same request was there.</param>
public sealed record RunStart(string Run, int Execution, bool IsNew);
