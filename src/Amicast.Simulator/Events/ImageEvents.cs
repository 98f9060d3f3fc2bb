using Amicast.Simulator.Ec2;
using Amicast.Simulator.Ec2.Images;

namespace Amicast.Simulator.Events;

/// <summary><see cref="DetailTypes.Image"/>: source, EC2 User Guide, "Monitor AMI events using Amazon EventBridge".</summary>
internal static class ImageEvents
{
    internal const string Deregistered = "deregistered";

    /// <summary>Announces what a new image comes to, unless it is deregistered before.</summary>
    internal static void Announce(this Call call, Image image)
    {
        var (moment, state) = image.Mishap switch
        {
            null => (image.AvailableAt, Image.Available),
            { Reason: not null } => (image.Mishap.At, Image.Failed),
            _ => (DateTimeOffset.MaxValue, Image.Pending),
        };
        call.Account.Events.Announce(call, moment, () => image.Exists(moment) && image.StateAt(moment) == state ? News(call, image, state, moment) : null);
    }

    /// <summary>Announces the state to which the call has just brought an image.</summary>
    internal static void Announce(this Call call, Image image, string state) =>
        call.Account.Events.Announce(call, call.Now, () => News(call, image, state, call.Now));

    private static News News(Call call, Image image, string state, DateTimeOffset now) => new(
        DetailTypes.Image,
        [$"arn:aws:ec2:{call.Region.Name}::image/{image.Id}"],
        new()
        {
            ["RequestId"] = call.RequestId,
            ["ImageId"] = image.Id,
            ["State"] = state,
            ["ErrorMessage"] = state == Image.Failed ? image.StateReasonAt(now)?.Message : "",
        });
}
