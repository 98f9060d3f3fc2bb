namespace Amicast.Local.State;

/// <summary>Held by the process that carries a run out: the next execution of the run starts only when the one before has ended, or its process has died.</summary>
/// <remarks>A lock of the operating system on a file: whatever ends the process ends the lock. The file stays, since removing it would race with who is about to lock it.</remarks>
public sealed class RunLock : IDisposable
{
    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <summary>Locks the run; <see langword="null"/>: another process has it.</summary>
    /// <exception cref="StateUnusableException">The file cannot be made.</exception>
    internal static RunLock? TryTake(string folder, string run)
    {
        var path = Path.Combine(folder, $"{run}.lock");
        try
        {
            return new RunLock(OwnersFile.Open(path, FileShare.None));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StateUnusableException($"{path} cannot be locked: {denied.Message}", denied);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (IOException unusable)
        {
            throw new StateUnusableException($"{path} cannot be locked: {unusable.Message}", unusable);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
