using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Paths;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>Reads the whole numbers that paths such as SecondsPath and MaxConcurrencyPath lead to.</summary>
internal static class SecondsPaths
{
    private const long Most = 99_999_999;

    /// <exception cref="DataException">States.Runtime: there is no such number.</exception>
    public static long Read(JsonPath path, string field, long least, Json input, StateVisit visit)
    {
        var value = path.Require(input, visit);
        return value is JsonNumber number && number.IsInteger(out var integer) && integer >= least && integer <= Most
            ? integer
            : throw DataException.Runtime(
                $"The {field} parameter does not reference a valid integer from {least} to {Most}: {path} == {value}");
    }
}
