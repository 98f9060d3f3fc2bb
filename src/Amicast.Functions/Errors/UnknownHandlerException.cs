using Amicast.Errors;

namespace Amicast.Functions.Errors;

/// <summary>A function's handler is not the name of a step.</summary>
/// <param name="handler">The name that was asked for.</param>
/// <param name="known">The names that there are.</param>
public sealed class UnknownHandlerException(string? handler, IEnumerable<string> known)
    : AmicastException($"'{handler}' is not a handler of this program. Set the function's Handler to one of: {string.Join(", ", known)}.");
