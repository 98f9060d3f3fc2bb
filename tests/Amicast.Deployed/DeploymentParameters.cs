namespace Amicast.Deployed;

/// <summary>The template's parameters that stand for a deployment.</summary>
internal static class DeploymentParameters
{
    internal static IEnumerable<(string Name, string Value)> Of(Deployment deployment) =>
    [
        ("AllowPublicImages", Text(deployment.AllowPublicImages)),
        ("AllowSourceStop", Text(deployment.AllowSourceStop)),
        ("AllowSourceTerminate", Text(deployment.AllowSourceTerminate)),
        ("AllowedRegions", string.Join(',', deployment.AllowedRegions)),
        ("AllowedAccounts", string.Join(',', deployment.AllowedAccounts)),
        ("InstanceProfileRoles", deployment.AllowInstanceProfiles ? $"arn:aws:iam::{TemplateValues.AccountId}:role/web" : ""),
        ("KmsKeys", string.Join(',', deployment.KmsKeys)),
        ("LaunchTemplates", string.Join(',', deployment.LaunchTemplates)),
        ("ParameterPath", deployment.ParameterPath),
        ("AllowLaunchWithoutTemplate", Text(deployment.AllowLaunchWithoutTemplate)),
    ];

    private static string Text(bool value) => value ? "true" : "false";
}
