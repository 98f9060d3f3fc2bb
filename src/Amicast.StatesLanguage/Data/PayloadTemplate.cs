using Amicast.StatesLanguage.Data.Intrinsics;
using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Data;

/// <summary>A payload template (Parameters, ResultSelector, ItemSelector): fixed JSON in which fields named <c>….$</c> are filled in.</summary>
internal abstract record PayloadTemplate
{
    /// <exception cref="DataException">States.Runtime.</exception>
    public abstract Json Fill(Json data, IDataSource source);
}

/// <summary>What stands in the definition as it is.</summary>
internal sealed record FixedTemplate(Json Value) : PayloadTemplate
{
    public override Json Fill(Json data, IDataSource source) => Value;
}

/// <summary>A path, the value of the field <paramref name="Field"/>.</summary>
internal sealed record PathTemplate(JsonPath Path, string Field) : PayloadTemplate
{
    public override Json Fill(Json data, IDataSource source) =>
        Path.Select(data, source) ?? throw DataException.Runtime(
            $"The JSONPath '{Path}' specified for the field '{Field}' could not be found in the input '{(Path.IsContext ? source.ContextObject : data)}'");
}

/// <summary>A call of an intrinsic function.</summary>
internal sealed record CallTemplate(IntrinsicCall Call) : PayloadTemplate
{
    public override Json Fill(Json data, IDataSource source) => Call.Evaluate(data, source);
}

/// <summary>An object, some field of which is filled in.</summary>
internal sealed record ObjectTemplate(IReadOnlyList<KeyValuePair<string, PayloadTemplate>> Fields) : PayloadTemplate
{
    public override Json Fill(Json data, IDataSource source)
    {
        var filled = new KeyValuePair<string, Json>[Fields.Count];
        for (var i = 0; i < filled.Length; i++)
        {
            filled[i] = new(Fields[i].Key, Fields[i].Value.Fill(data, source));
        }

        return new JsonObject(filled);
    }
}

/// <summary>An array, something inside which is filled in.</summary>
internal sealed record ArrayTemplate(IReadOnlyList<PayloadTemplate> Items) : PayloadTemplate
{
    public override Json Fill(Json data, IDataSource source) => new JsonArray([.. Items.Select(item => item.Fill(data, source))]);
}
