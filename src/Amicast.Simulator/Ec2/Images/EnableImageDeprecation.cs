using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Images;

/// <summary>Sets from when an image is deprecated: to the minute, at most ten years ahead, two for a public one.</summary>
/// <remarks>A deprecated image can still be launched and described by its id; to other accounts than its owner it is listed no more.</remarks>
internal sealed class EnableImageDeprecation : ChangeImage
{
    private const int MostYears = 10;
    private const int MostYearsPublic = 2;

    private protected override Action Change(Image image, Call call)
    {
        call.Parameters.Required("DeprecateAt");
        var asked = call.Parameters.Moment("DeprecateAt") ?? call.Now;
        var mostYears = image.IsPublic ? MostYearsPublic : MostYears;
        if (asked < call.Now || asked > call.Now.AddYears(mostYears))
        {
            throw RequestErrors.InvalidValue($"The deprecation date must lie in the future, and at most {mostYears} years ahead.");
        }

        var half = asked.AddSeconds(30);
        return () => image.DeprecatedAt = half.AddTicks(-(half.Ticks % TimeSpan.TicksPerMinute));
    }
}
