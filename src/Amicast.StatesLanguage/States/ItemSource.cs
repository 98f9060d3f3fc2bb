using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Execution;
using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.States;

/// <summary>A Map state's own context, with one of its items.</summary>
internal sealed class ItemSource(StateVisit visit, MapItem item) : IDataSource
{
    public JsonObject ContextObject => visit.ContextFor(item);

    public Chance Chance => visit.Chance;
}
