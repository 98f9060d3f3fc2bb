using System.Diagnostics;
using System.Globalization;
using Amicast.Functions.Benchmarks;

// From the start of the process to its first answer, and the most memory it has had until then.
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30;
(string Name, string Handler, string Payload, string Answer)[] work =
[
    ("a call to EC2 (CheckImage)", "CheckImage", Payloads.Look, "\"state\":\"available\""),
    ("no call (CheckImage refuses a payload)", "CheckImage", Payloads.NoImage, "errorType"),
];
await using var lambda = await LoopbackLambda.StartAsync();
foreach (var (name, handler, payload, answer) in work)
{
    Console.WriteLine($"{name}, {rounds} starts of each");
    Console.WriteLine($"  {"",-28}{"median",10}{"best",10}{"worst",10}{"peak RSS",12}{"times the first",18}");
    var first = 0.0;
    foreach (var contender in Contender.Present())
    {
        var starts = new List<(double Milliseconds, double MiB)>();
        for (var round = 0; round < rounds; round++)
        {
            starts.Add(await StartAsync(contender, handler, payload, answer));
        }

        starts.Sort();
        var median = starts[rounds / 2].Milliseconds;
        first = first == 0 ? median : first;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {contender.Name,-28}{median,7:F1} ms{starts[0].Milliseconds,7:F1} ms{starts[^1].Milliseconds,7:F1} ms{starts.Max(start => start.MiB),8:F1} MiB{median / first,17:F1}x"));
    }
}

async Task<(double Milliseconds, double MiB)> StartAsync(Contender contender, string handler, string payload, string expected)
{
    lambda.HandOut(payload);
    var started = Stopwatch.GetTimestamp();
    using var process = contender.Start(handler, lambda);
    var answer = (await lambda.Answer.WaitAsync(TimeSpan.FromSeconds(30))).Replace(" ", "", StringComparison.Ordinal);
    var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    var peak = ProcessMemory.Peak(process.Id);
    process.Kill(entireProcessTree: true);
    await process.WaitForExitAsync();
    return answer.Contains(expected, StringComparison.Ordinal) ? (took, peak) : throw new InvalidOperationException($"{contender.Name} answered {answer}");
}
