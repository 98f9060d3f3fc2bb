using Amicast.Simulator.Ec2.Images;
using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Templates;

/// <summary>What EC2 finds wrong with a version that it makes nevertheless.</summary>
/// <remarks>A choice: only the image is looked at, and the codes are those that a launch would answer.</remarks>
internal sealed record TemplateWarning(string Code, string Message)
{
    internal static TemplateWarning? Of(LaunchSettings settings, Call call)
    {
        if (settings.ImageId is not { } id || id.StartsWith("resolve:", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            call.Image(call.Region, id);
            return null;
        }
        catch (Ec2Exception error)
        {
            return new(error.Code, error.Message);
        }
    }

    internal void Write(ResponseWriter response)
    {
        response.Open("warning");
        response.List("errorSet", [this], static (writer, warning) =>
        {
            writer.Text("code", warning.Code);
            writer.Text("message", warning.Message);
        });
        response.Close("warning");
    }
}
