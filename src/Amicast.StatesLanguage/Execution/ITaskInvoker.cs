namespace Amicast.StatesLanguage.Execution;

/// <summary>Carries out the work of Task states; the engine's one seam to the functions.</summary>
public interface ITaskInvoker
{
    /// <summary>Invokes a function and returns its answer, JSON text.</summary>
    /// <remarks>
    /// It is called, and must complete, on the world's thread. A task that timed out or was stopped is not cancelled, as a function that
    /// runs is not: it goes on, and its answer or failure is ignored.
    /// </remarks>
    /// <exception cref="TaskFailedException">The function failed. Any other exception is a defect and fails the execution with States.Runtime.</exception>
    Task<string> InvokeAsync(TaskInvocation invocation);
}

/// <summary>One invocation of a function.</summary>
/// <param name="Resource">The function's ARN, as the definition names it.</param>
/// <param name="Input">The payload, JSON text.</param>
public sealed record TaskInvocation(string Resource, string Input);
