namespace Amicast.Local.State;

/// <summary>The folder of kept runs cannot be read or written.</summary>
public sealed class StateUnusableException(string message, Exception? cause = null) : Exception(message, cause);
