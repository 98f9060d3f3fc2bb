using System.Diagnostics;
using Amicast.Tests;

namespace Amicast.Cli.Tests;

/// <summary>What the README shows of the AWS CLI, carried out: on a machine that has it.</summary>
public sealed class AwsCliTests
{
    private static readonly string[] Commands =
    [
        "image=$(aws ec2 create-image --instance-id i-0123456789abcdef0 --name web-1 --query ImageId --output text)",
        "aws ec2 wait image-available --image-ids $image",
        "copy=$(aws ec2 copy-image --region eu-central-1 --source-region us-east-1 --source-image-id $image --name web-1 --query ImageId --output text)",
        "aws ec2 wait image-available --region eu-central-1 --image-ids $copy",
        "aws ec2 describe-images --region eu-central-1 --owners self --query 'Images[].[ImageId,Name,State]' --output text",
        "aws ec2 modify-image-attribute --region eu-central-1 --image-id $copy --launch-permission 'Add=[{UserId=111122223333}]'",
        "AWS_ACCESS_KEY_ID=111122223333 aws ec2 describe-images --region eu-central-1 --image-ids $copy --query 'Images[].[Name,OwnerId]' --output text",
        "aws ec2 create-image --instance-id i-0123456789abcdef0 --name web-1",
    ];

    [Fact]
    public async Task The_AWS_CLI_prints_what_the_README_shows()
    {
        Assert.SkipUnless(await IsThereAsync(), "The AWS CLI is not installed.");
        await using var serve = await ServeProcess.StartAsync("--speed", "3600");
        var session = string.Join('\n', Commands.Select(command => $"echo '$ {command.Replace("'", "'\\''", StringComparison.Ordinal)}'\n{command}"));

        Approved.Check("aws-cli.txt", await RunAsync(session, serve.Url));
    }

    private static async Task<bool> IsThereAsync()
    {
        try
        {
            return (await RunAsync("aws --version", "")).StartsWith("aws-cli/", StringComparison.Ordinal);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // The CLI prints an empty line before each error.
    private static async Task<string> RunAsync(string session, string url)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"{{ {session}\n}} 2>&1 | sed '/^$/d'"]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in Settings(url))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return printed;
    }

    // What serve says to set; and nothing of the machine's own configuration.
    private static Dictionary<string, string?> Settings(string url) => new()
    {
        ["AWS_ENDPOINT_URL"] = url,
        ["AWS_ACCESS_KEY_ID"] = "any",
        ["AWS_SECRET_ACCESS_KEY"] = "any",
        ["AWS_REGION"] = "us-east-1",
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_CONFIG_FILE"] = "/dev/null",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
        ["AWS_PROFILE"] = null,
        ["AWS_SESSION_TOKEN"] = null,
    };
}
