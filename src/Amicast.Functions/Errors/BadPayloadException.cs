using Amicast.Errors;

namespace Amicast.Functions.Errors;

/// <summary>A function was called with what is not JSON, or not its step's input. Only a definition or a caller of another version does that.</summary>
public sealed class BadPayloadException(string message) : AmicastException(message);
