namespace Amicast.Functions.Runtime;

/// <summary>Tells the garbage collector how much memory the function has: .NET does not see Lambda's limit by itself.</summary>
internal static class MemoryLimit
{
    // What .NET takes of a container's memory for the heap; the rest is for code, stacks and sockets.
    private const double HeapShare = 0.75;

    internal static void Apply(int megabytes)
    {
        if (megabytes > 0)
        {
            AppContext.SetData("GCHeapHardLimit", (ulong)(megabytes * 1024L * 1024L * HeapShare));
            GC.RefreshMemoryLimit();
        }
    }
}
