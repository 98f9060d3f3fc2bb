using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.States.Conditions;

namespace Amicast.StatesLanguage.Validation;

/// <summary>Reads Choice states.</summary>
internal static class ChoiceReader
{
    public static ChoiceState Read(FieldReader fields)
    {
        var rules = fields.Objects("Choices");
        if (rules.Count == 0)
        {
            fields.Problems.Wrong(fields.At, "Choices must have one rule or more.");
        }

        return new ChoiceState(rules.ConvertAll(ReadRule), fields.String("Default"));
    }

    private static ChoiceRule ReadRule(FieldReader rule)
    {
        var next = rule.RequiredString("Next");
        return new ChoiceRule(ReadCondition(rule), next);
    }

    private static Condition ReadCondition(FieldReader fields)
    {
        _ = fields.String("Comment");
        Refusals.OfEveryEntry(fields);
        var condition = fields.Has("And") || fields.Has("Or") || fields.Has("Not") ? ReadCombination(fields) : ReadComparison(fields);
        fields.Finish();
        return condition;
    }

    private static Condition ReadCombination(FieldReader fields)
    {
        fields.ExactlyOne("And", "Or", "Not");
        if (fields.Take("Not") is { } inner)
        {
            return FieldReader.Of(inner, fields.At.Field("Not"), fields.Problems) is { } reader
                ? new NotCondition(ReadCondition(reader))
                : new NotCondition(new AllConditions([]));
        }

        var name = fields.Has("And") ? "And" : "Or";
        var conditions = fields.Objects(name).ConvertAll(ReadCondition);
        if (conditions.Count == 0)
        {
            fields.Wrong(name, "This must be an array of one condition or more.");
        }

        return name == "And" ? new AllConditions(conditions) : new AnyCondition(conditions);
    }

    private static Condition ReadComparison(FieldReader fields)
    {
        _ = fields.Required("Variable");
        var variable = fields.DefinitePath("Variable");
        var given = ComparisonOperator.All.Where(one => fields.Has(one.Name)).ToList();
        if (given.Count != 1)
        {
            fields.Problems.Wrong(fields.At, $"A condition has exactly one comparison operator; {given.Count} are given.");
            return new AllConditions([]);
        }

        return ReadOperand(fields, given[0]) is { } operand && variable is not null
            ? new Comparison(variable, given[0], operand)
            : new AllConditions([]);
    }

    private static PayloadTemplate? ReadOperand(FieldReader fields, ComparisonOperator comparison)
    {
        if (comparison.IsPath)
        {
            return fields.DefinitePath(comparison.Name) is { } path ? new PathTemplate(path, comparison.Name) : null;
        }

        var value = fields.Take(comparison.Name)!;
        if (!comparison.Accepts(value))
        {
            fields.Wrong(comparison.Name, $"This must be {comparison.Operand}.");
        }

        LooksLikePath.WarnOfField(value, fields.At.Field(comparison.Name), fields.Problems);
        return new FixedTemplate(value);
    }
}
