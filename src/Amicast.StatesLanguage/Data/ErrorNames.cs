namespace Amicast.StatesLanguage.Data;

/// <summary>The error names that the language reserves, https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html.</summary>
internal static class ErrorNames
{
    public const string All = "States.ALL";
    public const string TaskFailed = "States.TaskFailed";
    public const string Timeout = "States.Timeout";
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";
    public const string Runtime = "States.Runtime";
    public const string DataLimitExceeded = "States.DataLimitExceeded";
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";

    /// <summary>The names that a Retry or Catch may ask about and that this engine reports, besides the two that stand for others.</summary>
    public static IReadOnlyList<string> Reported { get; } =
        [Timeout, HeartbeatTimeout, TaskFailed, Runtime, DataLimitExceeded, ExceedToleratedFailureThreshold, ResultPathMatchFailure];

    /// <summary>The names that a Retry or Catch may ask about and that nothing here reports: reserved on AWS too, or of what this engine does not run.</summary>
    public static IReadOnlyList<string> NeverReported { get; } =
    [
        "States.NoChoiceMatched", "States.IntrinsicFailure", "States.ParameterPathFailure", "States.BranchFailed", "States.Permissions",
        "States.ItemReaderFailed", "States.ResultWriterFailed", "States.QueryEvaluationError", "States.Http.Socket",
    ];

    public static bool IsReserved(string name) => name == All || Reported.Contains(name) || NeverReported.Contains(name);
}
