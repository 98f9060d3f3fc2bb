using Amicast.Simulator.Account;
using Amicast.Simulator.Faults;
using Amicast.Storms.Courses;
using Amicast.Storms.Wishes;
using Amicast.VirtualTime;

namespace Amicast.Storms.Drawing;

/// <summary>All that a seed draws before the world begins.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Account">What there is at first.</param>
/// <param name="Deployment">What the deployment allows.</param>
/// <param name="Request">The request document.</param>
/// <param name="LargerRequest">The same with one Region more; the same where there is none.</param>
/// <param name="Faults">The trouble of the account.</param>
/// <param name="KillProbability">How likely an invocation is killed, delivered twice, or goes on after it was given up.</param>
/// <param name="Course">What people do.</param>
/// <param name="IsCurable">Whether retrying cures all of the trouble.</param>
internal sealed record Scene(
    long Seed,
    AccountDocument Account,
    Deployment Deployment,
    string Request,
    string LargerRequest,
    FaultPlan Faults,
    double KillProbability,
    Course Course,
    bool IsCurable)
{
    private static readonly Deployment Allowing = Deployment.Default with { AllowPublicImages = true, AllowSourceStop = true, AllowSourceTerminate = true };

    internal static Scene Draw(long seed, StormOptions options)
    {
        var chance = new Chance(seed).Fork("storm");
        var curable = options.Faults is null && chance.Strikes(0.5);
        var account = options.Account ?? AccountDrawing.Draw(chance.Fork("account"));
        var regions = account.Regions.Where(region => region.OptInStatus != "not-opted-in").Select(region => region.Name).ToList();
        var request = options.Request ?? new RequestDrawing(chance.Fork("request"), regions, curable).Draw().ToJsonString();
        return new Scene(
            seed,
            account,
            Allowing,
            request,
            RequestGrowth.WithOneMore(request, regions),
            options.Faults ?? FaultDrawing.Draw(chance.Fork("faults"), curable),
            chance.Strikes(0.7) ? chance.NextDouble() * 0.15 : 0,
            CourseDrawing.Draw(chance.Fork("course")),
            curable);
    }

    internal Wish Wish => WishReader.Read(Request);

    internal Wish LargerWish => WishReader.Read(LargerRequest);
}
