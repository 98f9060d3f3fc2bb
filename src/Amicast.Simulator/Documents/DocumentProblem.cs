namespace Amicast.Simulator.Documents;

/// <summary>One thing that is wrong in a document.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.regions[0].instances[1].volumes</c>.</param>
/// <param name="Code">A stable code: InvalidJson, UnknownProperty, MissingProperty, WrongType, InvalidValue, InvalidCombination, Duplicate.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record DocumentProblem(string Path, string Code, string Message, string Remedy)
{
    /// <summary>The problem in one line.</summary>
    public override string ToString() => $"{Path}: {Code}: {Message} {Remedy}";
}
