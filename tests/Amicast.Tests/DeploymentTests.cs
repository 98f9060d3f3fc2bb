using Amicast.Errors;

namespace Amicast.Tests;

public sealed class DeploymentTests
{
    [Fact]
    public void Deployment_is_the_default_where_no_variable_is_set() =>
        Assert.Equivalent(Deployment.Default, Deployment.FromEnvironment(_ => null), strict: true);

    [Fact]
    public void Deployment_reads_every_variable()
    {
        var variables = new Dictionary<string, string>
        {
            ["AMICAST_ALLOW_PUBLIC_IMAGES"] = "True",
            ["AMICAST_ALLOW_SOURCE_STOP"] = "false",
            ["AMICAST_ALLOW_SOURCE_TERMINATE"] = "true",
            ["AMICAST_ALLOWED_REGIONS"] = "us-east-1, eu-central-1",
            ["AMICAST_ALLOWED_ACCOUNTS"] = "111122223333",
            ["AMICAST_PUBLIC_IMAGE_QUOTA"] = "0",
            ["AMICAST_SHARING_QUOTA"] = "",
        };

        Assert.Equivalent(
            new Deployment(true, ["us-east-1", "eu-central-1"], ["111122223333"], AllowSourceStop: false, AllowSourceTerminate: true, PublicImageQuota: 0, SharingQuota: 1000),
            Deployment.FromEnvironment(variables.GetValueOrDefault),
            strict: true);
    }

    [Theory]
    [InlineData("AMICAST_ALLOW_PUBLIC_IMAGES", "yes", "AMICAST_ALLOW_PUBLIC_IMAGES is 'yes': give true or false, or leave it out.")]
    [InlineData("AMICAST_ALLOW_SOURCE_STOP", "1", "AMICAST_ALLOW_SOURCE_STOP is '1': give true or false, or leave it out.")]
    [InlineData("AMICAST_PUBLIC_IMAGE_QUOTA", "-1", "AMICAST_PUBLIC_IMAGE_QUOTA is '-1': give a whole number from 0 to 2147483647, or leave it out.")]
    [InlineData("AMICAST_SHARING_QUOTA", "99999999999", "AMICAST_SHARING_QUOTA is '99999999999': give a whole number from 0 to 2147483647, or leave it out.")]
    public void Deployment_refuses_a_value_that_a_variable_cannot_have(string name, string value, string message)
    {
        var error = Assert.Throws<InvalidSettingException>(() => Deployment.FromEnvironment(variable => variable == name ? value : null));

        Assert.Equal(message, error.Message);
    }
}
