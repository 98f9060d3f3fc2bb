namespace Amicast.StatesLanguage.Execution;

/// <summary>An operation is refused, as Step Functions would refuse it.</summary>
/// <param name="code">AWS's error code, such as <c>ExecutionDoesNotExist</c>.</param>
/// <param name="message">AWS's message.</param>
public sealed class StepFunctionsException(string code, string message) : Exception(message)
{
    /// <summary>AWS's error code.</summary>
    public string Code => code;
}
