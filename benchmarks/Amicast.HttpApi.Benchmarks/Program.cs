using System.Globalization;
using Amicast.HttpApi.Benchmarks;

// RATE SECONDS
var rate = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;
var time = TimeSpan.FromSeconds(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 30);
string[] documented = ["plan: 200", "plan: 429", "look: 200", "start: 200", "no JSON: 400", "invalid: 422"];

using var served = await ServedProcess.StartAsync();
using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };
var mix = new Mix(await File.ReadAllTextAsync("examples/move-instance.json"));
var load = new Load(http, served.Url, mix, rate);
foreach (var start in mix.Starts(served.Url))
{
    using var answer = await http.SendAsync(start);
    answer.EnsureSuccessStatusCode();
}

// Until the server's code is compiled for good: a third of the first seconds is the compiler's.
await new Load(http, served.Url, mix, Math.Max(1, rate / 4)).RunAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
await load.RunAsync(TimeSpan.FromSeconds(5), CancellationToken.None);
var (busy, memory) = (served.Busy(), served.Memory().Now);
var (tally, took) = await load.RunAsync(time, CancellationToken.None);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Count} requests in {took.TotalSeconds:F1} s: {tally.Count / took.TotalSeconds:F0} a second of {rate}; the server took {(served.Busy() - busy) / took:P0} of a core"));
Console.WriteLine($"milliseconds, median / 95 % / 99 % / longest: {tally.Percentiles()}; plans {tally.Percentiles("plan")}; looks {tally.Percentiles("look")}; starts {tally.Percentiles("start")}");
Console.WriteLine($"answers: {string.Join(", ", tally.Outcomes.Select(one => $"{one.Key} x {one.Value}"))}");
Console.WriteLine($"memory: {memory} MiB before, {served.Memory().Now} MiB after, {served.Memory().Peak} MiB at most");
var undocumented = tally.Outcomes.Keys.Except(documented).ToList();

// Once more, and SIGTERM in the midst of it.
using var gone = new CancellationTokenSource();
var last = load.RunAsync(TimeSpan.FromSeconds(20), gone.Token);
await Task.Delay(TimeSpan.FromSeconds(3));
var (exitCode, ending) = await served.TerminateAsync();
await gone.CancelAsync();
var (cut, _) = await last;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SIGTERM under load: exit code {exitCode} after {ending.TotalSeconds:F2} s; {cut.Count} requests: {string.Join(", ", cut.Outcomes.Select(one => $"{one.Key} x {one.Value}"))}"));
undocumented.AddRange(cut.Outcomes.Keys.Where(outcome => !outcome.EndsWith("closed", StringComparison.Ordinal)).Except(documented));
foreach (var outcome in undocumented)
{
    Console.WriteLine($"NOT DOCUMENTED: {outcome}");
}

return undocumented.Count == 0 && exitCode == 130 ? 0 : 1;
