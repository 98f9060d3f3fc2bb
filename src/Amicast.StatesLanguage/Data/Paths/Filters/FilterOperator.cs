using System.Globalization;

namespace Amicast.StatesLanguage.Data.Paths.Filters;

/// <summary>An operator of filters, as Jayway JsonPath compares.</summary>
/// <remarks>
/// A number and a string are equal where the text is that number, and ordered as texts; values of other types that differ are not equal
/// and have no order. <c>!=</c> and <c>nin</c> are the opposites of <c>==</c> and <c>in</c>, for what is missing too.
/// </remarks>
internal sealed record FilterOperator(string Name, Func<Json?, Json?, bool> Holds)
{
    /// <summary>The operators, the longer of those that begin alike first.</summary>
    public static IReadOnlyList<FilterOperator> All { get; } =
    [
        new("==", AreEqual), new("!=", (left, right) => !AreEqual(left, right)),
        new("<=", (left, right) => Order(left, right) <= 0), new(">=", (left, right) => Order(left, right) >= 0),
        new("<", (left, right) => Order(left, right) < 0), new(">", (left, right) => Order(left, right) > 0),
        new("in", IsIn), new("nin", (left, right) => !IsIn(left, right)),
    ];

    /// <summary>The operators of Jayway JsonPath that this engine does not run.</summary>
    public static IReadOnlyList<string> Refused { get; } = ["=~", "===", "!==", "subsetof", "anyof", "noneof", "contains", "size", "empty", "all", "type"];

    private static bool IsIn(Json? left, Json? right) => right is JsonArray array && array.Items.Any(item => AreEqual(item, left));

    private static bool AreEqual(Json? left, Json? right) => (left, right) switch
    {
        (null, _) or (_, null) => false,
        (JsonNumber number, JsonString text) => IsNumber(text.Value, out var other) && number.Compare(other) == 0,
        (JsonString text, JsonNumber number) => text.Value == number.ToText(),
        _ => left.Matches(right),
    };

    private static int? Order(Json? left, Json? right) => (left, right) switch
    {
        (JsonNumber one, JsonNumber other) => one.Compare(other),
        (JsonString or JsonNumber, JsonString or JsonNumber) => string.CompareOrdinal(TextOf(left), TextOf(right)),
        _ => null,
    };

    private static string TextOf(Json value) => value is JsonString text ? text.Value : value.ToText();

    private static bool IsNumber(string text, out JsonNumber number)
    {
        number = new JsonNumber(text);
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
    }
}
