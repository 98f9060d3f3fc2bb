using System.Text.Json;
using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.States.Conditions;

/// <summary>A comparison operator of Choice rules: its name, what it compares with, and the comparison.</summary>
internal sealed record ComparisonOperator(string Name, OperandType Type, Func<Json?, Json, bool> Holds)
{
    /// <summary>Every operator, https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html.</summary>
    public static IReadOnlyList<ComparisonOperator> All { get; } =
    [
        .. Ordered("String", OperandType.String), .. Ordered("Numeric", OperandType.Number), .. Ordered("Timestamp", OperandType.Timestamp),
        .. WithPath(new("BooleanEquals", OperandType.Boolean, (value, operand) => value!.Kind == operand.Kind && OperandType.Boolean.Accepts(operand))),
        new("StringMatches", OperandType.String, (value, operand) => value is JsonString text && Wildcards.Match(((JsonString)operand).Value, text.Value)),
        new("IsNull", OperandType.Boolean, (value, operand) => Is(operand, value!.Kind == JsonValueKind.Null)),
        new("IsPresent", OperandType.Boolean, (value, operand) => Is(operand, value is not null)) { AcceptsMissing = true },
        new("IsNumeric", OperandType.Boolean, (value, operand) => Is(operand, value is JsonNumber)),
        new("IsString", OperandType.Boolean, (value, operand) => Is(operand, value is JsonString)),
        new("IsBoolean", OperandType.Boolean, (value, operand) => Is(operand, OperandType.Boolean.Accepts(value!))),
        new("IsTimestamp", OperandType.Boolean, (value, operand) => Is(operand, OperandType.Timestamp.Accepts(value!))),
    ];

    /// <summary>Whether the operand is a path (the variants whose names end in Path).</summary>
    public bool IsPath { get; init; }

    /// <summary>Whether the variable may be missing.</summary>
    public bool AcceptsMissing { get; init; }

    /// <summary>What the operand must be, in words.</summary>
    public string Operand => Type.Words;

    public bool Accepts(Json operand) => Type.Accepts(operand);

    private static bool Is(Json operand, bool truth) => truth == (operand.Kind == JsonValueKind.True);

    private static IEnumerable<ComparisonOperator> Ordered(string prefix, OperandType type) =>
    [
        .. WithPath(new(prefix + "Equals", type, (value, operand) => type.Compare(value!, operand) == 0)),
        .. WithPath(new(prefix + "LessThan", type, (value, operand) => type.Compare(value!, operand) < 0)),
        .. WithPath(new(prefix + "GreaterThan", type, (value, operand) => type.Compare(value!, operand) > 0)),
        .. WithPath(new(prefix + "LessThanEquals", type, (value, operand) => type.Compare(value!, operand) <= 0)),
        .. WithPath(new(prefix + "GreaterThanEquals", type, (value, operand) => type.Compare(value!, operand) >= 0)),
    ];

    private static IEnumerable<ComparisonOperator> WithPath(ComparisonOperator plain) =>
        [plain, plain with { Name = plain.Name + "Path", IsPath = true }];
}
