namespace Amicast.StatesLanguage.History;

/// <summary>One event of an execution's history, as GetExecutionHistory returns it.</summary>
/// <param name="Id">1 for the first event of an execution, and so on.</param>
/// <param name="PreviousEventId">The event that led to this one; 0 for the first, for the first state's entry and for an end from outside.</param>
/// <param name="Timestamp">When it happened, on the world's clock.</param>
/// <param name="Type">AWS's event type, such as <c>TaskStateEntered</c>.</param>
/// <param name="Details">What belongs to events of this type; null for those that have nothing.</param>
public sealed record HistoryEvent(long Id, long PreviousEventId, DateTimeOffset Timestamp, string Type, HistoryEventDetails? Details);
