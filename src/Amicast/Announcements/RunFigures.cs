namespace Amicast.Announcements;

/// <summary>How much an execution did: what it costs, and what its metrics are made of.</summary>
/// <param name="Transitions">State transitions, as Step Functions bills them: a retry is one more.</param>
/// <param name="Invocations">Invocations of functions.</param>
/// <param name="Retries">How many of them were repetitions by a state's Retry.</param>
/// <param name="ImageLooks">How often each image was looked at until it was available.</param>
internal sealed record RunFigures(int Transitions, int Invocations, int Retries, IReadOnlyList<int> ImageLooks);
