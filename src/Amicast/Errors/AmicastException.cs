namespace Amicast.Errors;

/// <summary>An error with a name. The name is what the state machine's Retry and Catch see, and a row of <c>docs/errors.md</c>.</summary>
/// <param name="message">What happened and what to do about it, for a person.</param>
/// <param name="cause">What it was made from, if anything.</param>
public abstract class AmicastException(string message, Exception? cause = null) : Exception(message, cause)
{
    private const string Suffix = "Exception";

    /// <summary>The error name: the class's own name without <c>Exception</c>.</summary>
    public string Name => NameOf(GetType());

    /// <summary>The error name of an error class.</summary>
    public static string NameOf(Type error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Name.EndsWith(Suffix, StringComparison.Ordinal) ? error.Name[..^Suffix.Length] : error.Name;
    }
}
