namespace Amicast.StatesLanguage.Validation;

/// <summary>The parts of the language that this engine does not run, and why.</summary>
internal static class Refusals
{
    private const string JsonataOnly = "it belongs to JSONata, and this engine runs JSONPath.";

    public static void OfQueryLanguage(FieldReader fields)
    {
        if (fields.OneOf("QueryLanguage", "JSONPath", "JSONata") == "JSONata")
        {
            fields.Refuse("QueryLanguage", JsonataOnly);
        }
    }

    public static void OfEveryState(FieldReader fields)
    {
        OfQueryLanguage(fields);
        OfEveryEntry(fields);
    }

    /// <summary>What states, retriers, catchers and choice rules have in JSONata.</summary>
    public static void OfEveryEntry(FieldReader fields)
    {
        fields.Refuse("Assign", "this engine has no variables.");
        fields.Refuse("Arguments", JsonataOnly);
        fields.Refuse("Output", JsonataOnly);
    }

    public static void OfMap(FieldReader fields)
    {
        fields.Refuse("Items", JsonataOnly);
        fields.Refuse("ItemReader", "there is no S3 to read from; items come from the state's data.");
        fields.Refuse("ResultWriter", "there is no S3 to write to; results go into the state's data.");
    }
}
