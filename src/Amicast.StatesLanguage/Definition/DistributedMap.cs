using Amicast.StatesLanguage.Data;
using Amicast.StatesLanguage.Data.Paths;

namespace Amicast.StatesLanguage.Definition;

/// <summary>What a Map state has that runs its iterations as executions of their own.</summary>
/// <param name="Label">What the executions' ARNs have after the state machine's name; of the state's name, if not given.</param>
/// <param name="ToleratedCount">How many items may fail; none, if neither this nor the percentage is given.</param>
/// <param name="ToleratedPercentage">How many percent of the items may fail.</param>
/// <param name="Batcher">How items are put together, if they are.</param>
internal sealed record DistributedMap(string? Label, NumberField? ToleratedCount, NumberField? ToleratedPercentage, ItemBatcher? Batcher);

/// <summary>How items are put together into the input of one execution.</summary>
internal sealed record ItemBatcher(NumberField? MostItems, NumberField? MostBytes, PayloadTemplate? BatchInput);

/// <summary>A number that stands in the definition, or in the state's effective input where the path leads.</summary>
internal sealed record NumberField(string Name, double Value, JsonPath? Path);
