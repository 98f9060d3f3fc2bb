namespace Amicast.StatesLanguage.Validation;

/// <summary>The codes of problems; those of ValidateStateMachineDefinition, and one for what this engine does not run.</summary>
internal static class ProblemCodes
{
    public const string Json = "INVALID_JSON_DESCRIPTION";
    public const string Schema = "SCHEMA_VALIDATION_FAILED";
    public const string Target = "MISSING_TRANSITION_TARGET";
    public const string Duplicate = "DUPLICATE_STATE_NAME";
    public const string NotSupported = "NOT_SUPPORTED";
}
