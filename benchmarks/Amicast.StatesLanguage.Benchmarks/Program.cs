namespace Amicast.StatesLanguage.Benchmarks;

/// <summary>Measures the engine: <c>transitions</c> or <c>map</c>. Ends with 1 if the figure is short of its target.</summary>
internal static class Program
{
    private const int Bad = 2;

    public static int Main(string[] args)
    {
        switch (args)
        {
            case ["transitions"]:
                return StateTransitions.Measure(Console.Out) ? 0 : 1;
            case ["map"]:
                return DistributedMap.Measure(Console.Out) ? 0 : 1;
            default:
                Console.Error.WriteLine("Say what to measure: transitions or map.");
                return Bad;
        }
    }
}
