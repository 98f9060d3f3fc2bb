using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>Reads numbers that stand in the definition or where a path of it leads.</summary>
internal static class NumberFields
{
    /// <exception cref="DataException">States.Runtime: the path does not lead to a number from 0 to <paramref name="most"/>.</exception>
    public static double? Read(NumberField? field, double most, Json input, StateVisit visit)
    {
        if (field?.Path is not { } path)
        {
            return field?.Value;
        }

        var value = path.Require(input, visit);
        return value is JsonNumber number && number.Value >= 0 && number.Value <= most
            ? number.Value
            : throw DataException.Runtime($"The {field.Name} parameter does not reference a number from 0 to {most}: {path} == {value}");
    }
}
