namespace Amicast.Functions.Runtime.Logging;

/// <summary>How log lines are written, as <c>AWS_LAMBDA_LOG_FORMAT</c> says.</summary>
internal enum LogFormat
{
    Json,
    Text,
}
