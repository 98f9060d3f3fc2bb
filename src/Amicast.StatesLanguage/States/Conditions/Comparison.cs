using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.States.Conditions;

/// <summary>One comparison of a variable. Values of other types than the operator's are not equal, not less and not greater.</summary>
internal sealed record Comparison(JsonPath Variable, ComparisonOperator Operator, PayloadTemplate Operand) : Condition
{
    public override bool Holds(Json data, IDataSource source)
    {
        var value = Variable.Select(data, source);
        if (value is null && !Operator.AcceptsMissing)
        {
            throw Missing(Variable);
        }

        return Operator.Holds(value, OperandIn(data, source));
    }

    private static DataException Missing(JsonPath path) =>
        DataException.Runtime($"Invalid path '{path}': The choice state's condition path references an invalid value.");

    private Json OperandIn(Json data, IDataSource source) => Operand is PathTemplate { Path: var path }
        ? path.Select(data, source) ?? throw Missing(path)
        : Operand.Fill(data, source);
}
