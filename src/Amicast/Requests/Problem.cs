namespace Amicast.Requests;

/// <summary>One thing that is wrong with a document.</summary>
/// <param name="Path">Where: a JSON path, e.g. <c>$.destinations[1].region</c>.</param>
/// <param name="Code">What kind of wrong, in one stable word, e.g. <c>UnknownRegion</c>.</param>
/// <param name="Cause">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Problem(string Path, string Code, string Cause, string Remedy)
{
    /// <summary><c>$.destinations[1].region: UnknownRegion: 'eu-cental-1' is not a Region of this account; did you mean 'eu-central-1'?</c></summary>
    public override string ToString() => $"{Path}: {Code}: {Cause}; {Remedy}";
}
