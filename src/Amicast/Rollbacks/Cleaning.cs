using Amicast.Errors;

namespace Amicast.Rollbacks;

/// <summary>What one look at a Region came to: what was seen and done, and what was in the way.</summary>
internal sealed class Cleaning
{
    private readonly List<string> _made = [];
    private readonly List<string> _restored = [];
    private readonly List<string> _kept = [];
    private readonly List<Leftover> _refused = [];
    private readonly List<Leftover> _waiting = [];
    private bool _acted;

    /// <summary>Notes something that the run has made.</summary>
    internal void Saw(string resource) => _made.Add(resource);

    /// <summary>Notes something that somebody else has changed since.</summary>
    internal void Keep(string words) => _kept.Add(words);

    /// <summary>Notes something that cannot be undone.</summary>
    internal void Leave(string resource, string why) => _refused.Add(new Leftover(resource, why));

    /// <summary>Notes something that has to pass by itself.</summary>
    internal void Await(string resource, string why) => _waiting.Add(new Leftover(resource, why));

    /// <summary>Removes something that the run has made.</summary>
    internal Task RemoveAsync(string resource, Func<Task> remove)
    {
        Saw(resource);
        return TryAsync(resource, remove);
    }

    /// <summary>Puts something back.</summary>
    internal async Task RestoreAsync(string resource, string words, Func<Task> restore)
    {
        if (await TryAsync(resource, restore))
        {
            _restored.Add(words);
        }
    }

    /// <summary>Looks at something, and does what follows from it.</summary>
    internal async Task<bool> LookAsync(string resource, Func<Task> look)
    {
        try
        {
            await look();
            return true;
        }
        catch (AmicastException error) when (IsPassing(error))
        {
            Await(resource, error.Message);
        }
        catch (AmicastException error)
        {
            Leave(resource, error.Message);
        }

        return false;
    }

    /// <summary>The Region after this look.</summary>
    internal RegionRollback After(RegionRollback before, DateTimeOffset now, DateTimeOffset deadline, TimeSpan between)
    {
        var isQuiet = !_acted && _waiting.Count == 0;
        var quietSince = isQuiet ? before.QuietSince ?? now : (DateTimeOffset?)null;
        return before with
        {
            Made = [.. before.Made.Union(_made)],
            Restored = [.. before.Restored.Union(_restored)],
            Kept = [.. before.Kept.Union(_kept)],
            Left = [.. _refused.Concat(_waiting).DistinctBy(one => one.Resource)],
            QuietSince = quietSince,
            Done = now - quietSince >= between || (!isQuiet && now >= deadline),
        };
    }

    private async Task<bool> TryAsync(string resource, Func<Task> act)
    {
        try
        {
            await act();
            _acted = true;
            return true;
        }
        catch (AmicastException gone) when (gone is NotVisibleYetException or ImageGoneException)
        {
            // It is gone already; if not, the next look sees it.
            _acted = true;
        }
        catch (AmicastException error) when (IsPassing(error))
        {
            Await(resource, error.Message);
        }
        catch (AmicastException error)
        {
            // Nothing was done by it: a Region in which all that is left is refused has come to its end.
            Leave(resource, error.Message);
        }

        return false;
    }

    private static bool IsPassing(AmicastException error) => error
        is ThrottledException or ServiceUnavailableException or ResourceBusyException or NotVisibleYetException or PermissionsPendingException or ParameterPendingException or InsufficientCapacityException;
}
