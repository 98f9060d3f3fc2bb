using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Intrinsics;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Warns of texts that are fixed and look as if they should be read as a path or a call.</summary>
internal static class LooksLikePath
{
    public static void WarnOfField(Json? value, Location at, Problems problems)
    {
        if (value is JsonString text && IsPath(text.Value))
        {
            problems.Warn(at, ProblemCodes.NoPath, "The value looks like a path, and the field's name does not end with 'Path'; it is fixed text.");
        }
    }

    public static void WarnOfTemplate(Json value, Location at, Problems problems)
    {
        if (value is JsonString text && (IsPath(text.Value) || IsCall(text.Value)))
        {
            problems.Warn(at, ProblemCodes.NoDollar, "The value looks like a path or a call, and the field's name does not end with '.$'; it is fixed text.");
        }
    }

    public static void WarnOfResult(Json? value, Location at, Problems problems)
    {
        if (value is JsonString text && (IsPath(text.Value) || IsCall(text.Value)))
        {
            problems.Warn(at, ProblemCodes.StaticResult, "A Pass state's Result is fixed: use Parameters for what is to be read from the input.");
        }

        for (var i = 0; i < ((value as JsonArray)?.Count ?? 0); i++)
        {
            WarnOfResult(((JsonArray)value!)[i], at.Item(i), problems);
        }

        foreach (var (name, inner) in (value as JsonObject)?.Fields ?? [])
        {
            WarnOfResult(inner, at.Field(name), problems);
        }
    }

    private static bool IsPath(string text) => text == "$" || text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$$.", StringComparison.Ordinal);

    private static bool IsCall(string text) => text.Split('(') is [var name, _, ..] && IntrinsicFunction.All.ContainsKey(name);
}
