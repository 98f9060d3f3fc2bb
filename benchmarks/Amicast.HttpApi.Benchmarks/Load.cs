using System.Diagnostics;

namespace Amicast.HttpApi.Benchmarks;

/// <summary>Requests at a fixed rate, whatever becomes of those before: each is timed from when it was due.</summary>
internal sealed class Load(HttpClient http, Uri url, Mix mix, int rate)
{
    /// <summary>Sends for so long, or until <paramref name="ended"/>, and waits until each has come to something.</summary>
    internal async Task<(Tally Tally, TimeSpan Took)> RunAsync(TimeSpan time, CancellationToken ended)
    {
        var tally = new Tally();
        var started = Stopwatch.GetTimestamp();
        var sent = new List<Task>();
        while (Stopwatch.GetElapsedTime(started) is var now && now < time && !ended.IsCancellationRequested)
        {
            for (var due = (int)(now.TotalSeconds * rate); sent.Count < due;)
            {
                sent.Add(SendAsync(tally, sent.Count, started));
            }

            await Task.Delay(1, CancellationToken.None);
        }

        await Task.WhenAll(sent);
        return (tally, Stopwatch.GetElapsedTime(started));
    }

    private async Task SendAsync(Tally tally, int number, long started)
    {
        var (kind, request) = mix.Make(url, number);
        using (request)
        {
            var outcome = await OutcomeAsync(request);
            tally.Add(kind, outcome, Stopwatch.GetElapsedTime(started) - TimeSpan.FromSeconds((double)number / rate));
        }
    }

    private async Task<string> OutcomeAsync(HttpRequestMessage request)
    {
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead);
            return $"{(int)response.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return "closed";
        }
        catch (OperationCanceledException)
        {
            return "no answer";
        }
    }
}
