namespace Amicast.Plans;

/// <summary>Something that will not keep a run from succeeding, and that a careful engineer wants to know before it starts.</summary>
/// <param name="Path">What in the request it is about: a JSON path, e.g. <c>$.timeoutMinutes</c>.</param>
/// <param name="Code">What kind of warning, in one stable word, e.g. <c>NotChecked</c>.</param>
/// <param name="Text">What is to be known.</param>
public sealed record Warning(string Path, string Code, string Text)
{
    /// <summary>The code of what the plan could not look at, or not try.</summary>
    public const string NotChecked = nameof(NotChecked);

    /// <summary><c>$.timeoutMinutes: DeadlineIsShort: …</c></summary>
    public override string ToString() => $"{Path}: {Code}: {Text}";
}
