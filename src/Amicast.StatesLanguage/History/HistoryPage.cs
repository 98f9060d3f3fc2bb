namespace Amicast.StatesLanguage.History;

/// <summary>One page of an execution's history.</summary>
/// <param name="Events">The events, in the order asked for.</param>
/// <param name="NextToken">What to ask the next page with; null after the last event there is.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryEvent> Events, string? NextToken);
