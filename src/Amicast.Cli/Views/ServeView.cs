using System.Globalization;
using Amicast.Cli.Commands;
using Spectre.Console;

namespace Amicast.Cli.Views;

/// <summary>What <c>amicast serve</c> says when it is there: what is served, and what to set for a client to find it.</summary>
internal sealed class ServeView(IAnsiConsole console)
{
    internal void Write(string url, SimulatedWorld world, ServeOptions options, DateTimeOffset? firstDue)
    {
        var account = world.Account;
        var closed = account.Regions.Select(region => region.Name).Except(world.Cloud.Account!.Regions, StringComparer.Ordinal).ToList();
        console.WriteLine($"The simulated account {account.AccountId} is at {url}");
        console.WriteLine($"  Regions        {string.Join(", ", world.Cloud.Account.Regions)}{(closed.Count == 0 ? "" : $"; not opted in: {string.Join(", ", closed)}")}");
        console.WriteLine("  services       ec2, kms, ssm, sts, events; states, lambda");
        console.WriteLine($"  HTTP API       {url}/distributions");
        console.WriteLine($"  state machine  {world.Cloud.StateMachineArn}");
        console.WriteLine($"  clock          {account.StartsAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}, {options.Simulation.Speed.ToString(CultureInfo.InvariantCulture)} virtual seconds a second");
        if (options.Schedule is not null)
        {
            console.WriteLine($"  schedule       {ScheduleView.When(options.Schedule, firstDue)}");
        }

        if (options.Native is not null)
        {
            console.WriteLine($"  functions      processes of {Path.Combine(options.Native, "bootstrap")}");
        }

        console.WriteLine();
        console.WriteLine("Any AWS client finds it by its environment:");
        var region = world.Cloud.Account.Regions[0];
        console.WriteLine($"  export AWS_ENDPOINT_URL={url} AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_REGION={region} AWS_DEFAULT_REGION={region}");
        console.WriteLine();
        if (options.Serving.AllowRemoteAccess)
        {
            console.WriteLine("Other machines may call it, and nobody is asked for a password.");
        }

        console.WriteLine("Ctrl-C stops it.");
    }
}
