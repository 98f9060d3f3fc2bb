using System.Text.Json;
using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.States.Conditions;

/// <summary>A type that comparison operators work on.</summary>
/// <param name="Words">The type in words.</param>
/// <param name="Accepts">Whether a value is of the type.</param>
/// <param name="Order">The order of two values of the type.</param>
internal sealed record OperandType(string Words, Func<Json, bool> Accepts, Func<Json, Json, int> Order)
{
    public static OperandType String { get; } = new(
        "a string",
        value => value is JsonString,
        (one, other) => string.CompareOrdinal(((JsonString)one).Value, ((JsonString)other).Value));

    public static OperandType Number { get; } = new(
        "a number",
        value => value is JsonNumber,
        (one, other) => ((JsonNumber)one).Compare((JsonNumber)other));

    public static OperandType Timestamp { get; } = new(
        "a timestamp such as 2026-11-22T18:00:00Z",
        value => value is JsonString text && Timestamps.TryParse(text.Value, out _),
        (one, other) => TimeOf(one).CompareTo(TimeOf(other)));

    public static OperandType Boolean { get; } = new(
        "true or false",
        value => value.Kind is JsonValueKind.True or JsonValueKind.False,
        (one, other) => one.Kind == other.Kind ? 0 : 1);

    /// <summary>The order of the two, or null where one is of another type.</summary>
    public int? Compare(Json value, Json operand) => Accepts(value) && Accepts(operand) ? Order(value, operand) : null;

    private static DateTimeOffset TimeOf(Json value) =>
        Timestamps.TryParse(((JsonString)value).Value, out var time) ? time : throw new InvalidOperationException("Not checked to be a timestamp.");
}
