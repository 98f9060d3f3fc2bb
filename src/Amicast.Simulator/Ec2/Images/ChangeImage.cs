namespace Amicast.Simulator.Ec2.Images;

/// <summary>What the operations share that change one thing of an own image and answer <c>true</c>.</summary>
internal abstract class ChangeImage : Operation
{
    /// <summary>Checks that the image can be changed so, and says how.</summary>
    private protected abstract Action Change(Image image, Call call);

    internal sealed override Effect Prepare(Call call)
    {
        var change = Change(call.OwnImage(), call);
        return () =>
        {
            change();
            return response => response.Flag("return", true);
        };
    }
}
