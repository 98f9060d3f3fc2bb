using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;

namespace Amicast.StatesLanguage.States;

/// <summary>Fail.</summary>
internal static class FailAction
{
    public static StateFailedException Failure(FailState state, StateVisit visit) =>
        new(Part(state.Error, "ErrorPath", visit), Part(state.Cause, "CausePath", visit));

    private static string? Part(PayloadTemplate? template, string field, StateVisit visit) => template?.Fill(visit.Input, visit) switch
    {
        null => null,
        JsonString text => text.Value,
        var other => throw DataException.Runtime($"The {field} parameter does not reference a string: {other}"),
    };
}
