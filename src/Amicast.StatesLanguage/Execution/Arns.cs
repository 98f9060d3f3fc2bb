namespace Amicast.StatesLanguage.Execution;

/// <summary>ARNs of Step Functions.</summary>
internal static class Arns
{
    private const int StateMachineParts = 7;
    private const int ExecutionParts = 8;

    public static string PartitionOf(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "aws-cn",
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
        _ => "aws",
    };

    public static string RegionOf(string arn) => arn.Split(':')[3];

    /// <exception cref="StepFunctionsException">InvalidArn: it is none, or that of something else.</exception>
    public static void Check(string arn, string resourceType)
    {
        var parts = arn.Split(':');
        var expected = resourceType == "stateMachine" ? StateMachineParts : ExecutionParts;
        if (parts[0] != "arn")
        {
            throw Invalid($"Invalid ARN prefix: {arn}");
        }

        if (parts.Length < StateMachineParts || parts[2] != "states")
        {
            throw Invalid($"Invalid ARN: {arn}");
        }

        if (parts.Length != expected || parts[5] != resourceType)
        {
            throw Invalid($"Resource type not valid in this context: {parts[5]}");
        }
    }

    /// <exception cref="StepFunctionsException">InvalidArn: it is not that of a role.</exception>
    public static void CheckRole(string arn)
    {
        if (arn.Split(':') is not ["arn", _, "iam", "", _, _] parts || !parts[5].StartsWith("role/", StringComparison.Ordinal))
        {
            throw Invalid($"Invalid Role Arn: {arn}");
        }
    }

    private static StepFunctionsException Invalid(string why) => new("InvalidArn", $"Invalid Arn: '{why}'");
}
