namespace Amicast.StatesLanguage.States.Tasks;

/// <summary>How something a task waited for ended: with an answer, JSON text, or with an error.</summary>
internal sealed record TaskOutcome(string? Answer, string? Error, string? Cause);
