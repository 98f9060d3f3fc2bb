namespace Amicast.StatesLanguage.Data.Paths;

/// <summary>A path that reads: <c>$.a['b'][0]</c> in the data, or <c>$$.Execution.Id</c> in the context object.</summary>
/// <remarks>A definite path selects one value or none; any other selects the array of all that fit, which may be empty.</remarks>
internal sealed record JsonPath(string Text, bool IsContext, IReadOnlyList<PathStep> Steps)
{
    /// <summary><c>$</c>, all of the data.</summary>
    public static JsonPath Root { get; } = new("$", IsContext: false, []);

    public bool IsDefinite { get; } = Steps.All(step => step.IsDefinite);

    /// <summary>The path without its root, as AWS's messages write it.</summary>
    public string Normalized => "$" + string.Concat(Steps);

    /// <exception cref="FormatException">The text is not a path; the message says where.</exception>
    public static JsonPath Parse(string text) => new PathParser(text).Parse();

    /// <summary>What the path selects, or null.</summary>
    public Json? Select(Json data, IDataSource source)
    {
        var from = IsContext ? source.ContextObject : data;
        return IsDefinite ? SelectOne(from) : SelectMany(from);
    }

    /// <summary>What the path selects.</summary>
    /// <exception cref="DataException">States.Runtime: nothing is there.</exception>
    public Json Require(Json data, IDataSource source) =>
        Select(data, source) ?? throw DataException.Runtime($"Invalid path '{Text}' : No results for path: {Normalized}");

    public override string ToString() => Text;

    private Json? SelectOne(Json from)
    {
        var at = from;
        for (var i = 0; i < Steps.Count && at is not null; i++)
        {
            at = ((DefiniteStep)Steps[i]).Find(at);
        }

        return at;
    }

    private JsonArray SelectMany(Json from)
    {
        List<Json> found = [from];
        foreach (var step in Steps)
        {
            var next = new List<Json>();
            found.ForEach(value => step.Select(value, next));
            found = next;
        }

        return new JsonArray([.. found]);
    }
}
