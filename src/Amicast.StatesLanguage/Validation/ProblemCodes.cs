namespace Amicast.StatesLanguage.Validation;

/// <summary>The codes of problems; those of ValidateStateMachineDefinition, and one for what this engine does not run.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html.</remarks>
internal static class ProblemCodes
{
    public const string Missing = "MISSING_DESCRIPTION";
    public const string Json = "INVALID_JSON_DESCRIPTION";
    public const string Schema = "SCHEMA_VALIDATION_FAILED";
    public const string Resource = "INVALID_RESOURCE";
    public const string EndState = "MISSING_END_STATE";
    public const string Target = "MISSING_TRANSITION_TARGET";
    public const string StateName = "INVALID_STATE_NAME";
    public const string Duplicate = "DUPLICATE_STATE_NAME";
    public const string Label = "INVALID_LABEL_NAME";
    public const string DuplicateLabel = "DUPLICATE_LABEL_NAME";
    public const string NotSupported = "NOT_SUPPORTED";
    public const string NoDollar = "NO_DOLLAR";
    public const string NoPath = "NO_PATH";
    public const string StaticResult = "PASS_RESULT_IS_STATIC";
}
