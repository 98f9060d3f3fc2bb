using System.Text.Json;
using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.Protocol;

/// <summary>Fields of state machines that this endpoint does not keep; they are refused, unless they ask for nothing.</summary>
internal static class UnsupportedFields
{
    private static readonly Dictionary<string, Func<Json, bool>> AsksForNothing = new()
    {
        ["publish"] = value => value.Kind == JsonValueKind.False,
        ["versionDescription"] = _ => false,
        ["tags"] = value => value is JsonArray { Count: 0 },
        ["encryptionConfiguration"] = value => Has(value, "type", new JsonString("AWS_OWNED_KEY")),
        ["loggingConfiguration"] = value => Has(value, "level", new JsonString("OFF")),
        ["tracingConfiguration"] = value => Has(value, "enabled", JsonLiteral.False),
    };

    public static IReadOnlyCollection<string> Names => AsksForNothing.Keys;

    /// <exception cref="StepFunctionsException">ValidationException.</exception>
    public static void Refuse(RequestFields request)
    {
        foreach (var (name, isNothing) in AsksForNothing)
        {
            if (request.Any(name) is { } value && !isNothing(value))
            {
                throw new StepFunctionsException("ValidationException", $"'{name}' is not supported by this endpoint.");
            }
        }
    }

    private static bool Has(Json value, string name, Json expected) =>
        value is JsonObject fields && fields.TryGet(name, out var there) && there.Matches(expected);
}
