using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads Fail states.</summary>
internal static class FailReader
{
    private static readonly string[] Functions =
        ["States.Format", "States.JsonToString", "States.ArrayGetItem", "States.Base64Encode", "States.Base64Decode", "States.Hash", "States.UUID"];

    public static FailState Read(FieldReader fields)
    {
        fields.NotBoth("Error", "ErrorPath");
        fields.NotBoth("Cause", "CausePath");
        return new FailState(ReadPart(fields, "Error"), ReadPart(fields, "Cause"));
    }

    private static PayloadTemplate? ReadPart(FieldReader fields, string name)
    {
        var path = fields.PathOrCall(name + "Path");
        if (path is CallTemplate { Call.Function.Name: var function } && !Functions.Contains(function))
        {
            fields.Wrong(name + "Path", $"{function} does not return a string; {string.Join(", ", Functions)} may be used here.");
        }

        LooksLikePath.WarnOfField(fields.Take(name), fields.At.Field(name), fields.Problems);
        return fields.String(name) is { } text ? new FixedTemplate(new JsonString(text)) : path;
    }
}
