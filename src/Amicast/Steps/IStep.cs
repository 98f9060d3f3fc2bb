namespace Amicast.Steps;

/// <summary>The code of one state of the state machine. It may be run twice, and killed at any point: it looks first, always.</summary>
/// <typeparam name="TInput">What the state hands it.</typeparam>
/// <typeparam name="TOutput">What it answers.</typeparam>
public interface IStep<in TInput, TOutput>
{
    /// <summary>Carries the step out.</summary>
    /// <exception cref="Errors.AmicastException">It failed; the exception's name is the error that the state machine sees.</exception>
    Task<TOutput> ExecuteAsync(TInput input, CancellationToken cancellation);
}
