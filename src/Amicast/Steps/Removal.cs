using Amicast.Errors;

namespace Amicast.Steps;

/// <summary>Removing what was looked at a moment ago.</summary>
internal static class Removal
{
    internal static async Task IfThereAsync(Func<Task> remove)
    {
        try
        {
            await remove();
        }
        catch (NotVisibleYetException)
        {
            // It was looked at a moment ago: another invocation of this step has removed it.
        }
        catch (ImageGoneException)
        {
            // The same, in EC2's other words.
        }
    }
}
