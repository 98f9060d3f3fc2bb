namespace Amicast.Local.Serving;

/// <summary>The address cannot be served: it is taken, not this machine's, or not allowed. The message says what to do instead.</summary>
/// <param name="message">The cause and the remedy, for a person.</param>
/// <param name="cause">What the socket said, if it was asked.</param>
public sealed class CannotListenException(string message, Exception? cause = null) : Exception(message, cause);
