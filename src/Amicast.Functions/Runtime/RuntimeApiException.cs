namespace Amicast.Functions.Runtime;

/// <summary>The Runtime API does not do what it should: the process cannot go on, and Lambda starts another.</summary>
internal sealed class RuntimeApiException(string message, Exception? cause = null) : Exception(message, cause);
