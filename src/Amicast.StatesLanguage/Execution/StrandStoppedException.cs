namespace Amicast.StatesLanguage.Execution;

/// <summary>Unwinds a strand that was stopped while its own code ran (a function or an observer stopped the execution).</summary>
internal sealed class StrandStoppedException : Exception;
