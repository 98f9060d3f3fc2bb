namespace Amicast.StatesLanguage.Data.Paths.Filters;

/// <summary><c>[?(…)]</c>: the elements of an array for which the condition holds; an object is asked itself, as Jayway JsonPath does.</summary>
/// <param name="Condition">What is asked.</param>
/// <param name="AfterDescent">Whether the step follows on <c>..</c>, which offers every value by itself: only the objects are asked then.</param>
internal sealed record FilterStep(FilterCondition Condition, bool AfterDescent) : PathStep
{
    public override void Select(Json from, List<Json> to)
    {
        if (from is JsonObject && Condition.Holds(from))
        {
            to.Add(from);
        }
        else if (from is JsonArray array && !AfterDescent)
        {
            to.AddRange(array.Items.Where(Condition.Holds));
        }
    }
}
