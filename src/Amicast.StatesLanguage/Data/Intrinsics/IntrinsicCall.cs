using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Data.Intrinsics;

/// <summary>A call of an intrinsic function, such as <c>States.Format('{}', $.name)</c>.</summary>
internal sealed record IntrinsicCall(string Text, IntrinsicFunction Function, IReadOnlyList<IntrinsicArgument> Arguments)
{
    /// <exception cref="FormatException">The text is no call of a function that there is.</exception>
    public static IntrinsicCall Parse(string text) => new IntrinsicParser(text).Parse();

    /// <remarks>AWS reports States.Runtime where a function cannot work on its arguments, and keeps the name States.IntrinsicFailure for later.</remarks>
    /// <exception cref="DataException">States.Runtime.</exception>
    public Json Evaluate(Json data, IDataSource source)
    {
        var values = new Json[Arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Arguments[i].Evaluate(data, source);
        }

        try
        {
            return Function.Body(new IntrinsicValues(values, source.Chance));
        }
        catch (IntrinsicException e)
        {
            throw DataException.Runtime($"The function '{Text}' had the following error: {e.Message}");
        }
    }
}

/// <summary>One argument of a call.</summary>
internal abstract record IntrinsicArgument
{
    public abstract Json Evaluate(Json data, IDataSource source);
}

/// <summary>A string, number, <c>true</c>, <c>false</c> or <c>null</c> written in the call.</summary>
internal sealed record FixedArgument(Json Value) : IntrinsicArgument
{
    public override Json Evaluate(Json data, IDataSource source) => Value;
}

/// <summary>A path.</summary>
internal sealed record PathArgument(JsonPath Path, string Call) : IntrinsicArgument
{
    public override Json Evaluate(Json data, IDataSource source) =>
        Path.Select(data, source) ?? throw DataException.Runtime(
            $"The JsonPath argument for the field '{Path}' of the function '{Call}' could not be found in the input '{(Path.IsContext ? source.ContextObject : data)}'");
}

/// <summary>A call inside a call.</summary>
internal sealed record CallArgument(IntrinsicCall Call) : IntrinsicArgument
{
    public override Json Evaluate(Json data, IDataSource source) => Call.Evaluate(data, source);
}
