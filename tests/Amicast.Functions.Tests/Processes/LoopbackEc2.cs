using Amicast.Functions.Tests.Steps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Amicast.Functions.Tests.Processes;

/// <summary>An EC2 endpoint that has no images, and makes one of every instance but <c>i-00000000</c>.</summary>
internal sealed class LoopbackEc2 : IAsyncDisposable
{
    private WebApplication? _server;

    /// <summary>Every call: the operation, and the image's name and tags where there are any.</summary>
    internal List<string> Calls { get; } = [];

    internal Uri Address => _server!.Address();

    internal static async Task<LoopbackEc2> StartAsync()
    {
        var ec2 = new LoopbackEc2();
        ec2._server = await Loopback.StartAsync(ec2.AnswerAsync);
        return ec2;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var operation = form["Action"].ToString();
        Calls.Add($"{operation} {form["Name"]} {form["TagSpecification.1.Tag.1.Value"]}".TrimEnd());
        var (status, xml) = (operation, form["InstanceId"].ToString()) switch
        {
            ("DescribeImages", _) => (StatusCodes.Status200OK, ScriptedEc2.Success(operation, "<imagesSet/>")),
            ("CreateImage", "i-00000000") => (StatusCodes.Status403Forbidden, ScriptedEc2.Error("UnauthorizedOperation", "You are not authorized.")),
            ("CreateImage", _) => (StatusCodes.Status200OK, ScriptedEc2.Success(operation, "<imageId>ami-0123456789abcdef0</imageId>")),
            _ => (StatusCodes.Status400BadRequest, ScriptedEc2.Error("InvalidAction", operation)),
        };
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(xml);
    }
}
