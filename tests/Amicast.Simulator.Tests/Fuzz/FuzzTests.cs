using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amicast.Simulator.Ec2;
using Amicast.VirtualTime;

namespace Amicast.Simulator.Tests.Fuzz;

/// <summary>Bad input by chance. How many bodies: the environment variable AMICAST_FUZZ, or a number that takes a second or two.</summary>
public sealed class FuzzTests
{
    private const int Usual = 4000;
    private const int PerCloud = 250;

    [Fact]
    public void Every_operation_has_a_request_that_succeeds_to_begin_with()
    {
        using var sample = new FuzzedCloud();
        var valid = ValidRequests.OfEc2(sample);

        Assert.Equal(Operations.ByName.Keys.Order(StringComparer.Ordinal), valid.Keys.Order(StringComparer.Ordinal));
        Assert.All(valid, request =>
        {
            using var cloud = new FuzzedCloud();
            if (request.Key == "DeleteSnapshot")
            {
                cloud.Send(WireRequest.Ec2("DeregisterImage", "ImageId=ami-0a1b2c3d4e5f60009"));
                cloud.Pass(TimeSpan.FromMinutes(1));
            }

            Assert.Equal((HttpStatusCode.OK, ""), cloud.Send(WireRequest.Ec2(request.Key, request.Value)) switch { (HttpStatusCode.OK, _) => (HttpStatusCode.OK, ""), var refused => refused });
        });
    }

    [Fact]
    public void Mutated_requests_are_answered_with_documented_errors_and_change_nothing_when_they_are_refused()
    {
        var bodies = int.Parse(Environment.GetEnvironmentVariable("AMICAST_FUZZ") ?? $"{Usual}", CultureInfo.InvariantCulture);
        var (refused, carriedOut) = (0, 0);
        for (var round = 0; round * PerCloud < bodies; round++)
        {
            using var cloud = new FuzzedCloud();
            var mutation = new Mutation(new Chance(round), ValidRequests.OfEc2(cloud));
            var before = cloud.Look();
            for (var body = 0; body < PerCloud; body++)
            {
                var request = body % 8 == 0 ? mutation.OfAnother() : mutation.OfEc2();
                var isRefused = IsRefused(cloud, request, round);
                var after = cloud.Look();
                Assert.True(!isRefused || before == after, $"round {round}: was refused, and has changed the account all the same: {request}");
                (refused, carriedOut, before) = (refused + (isRefused ? 1 : 0), carriedOut + (isRefused ? 0 : 1), after);
            }

            cloud.Pass(TimeSpan.FromHours(1));
            cloud.Look();
        }

        Assert.True(refused > bodies / 4 && carriedOut > bodies / 10, $"{refused} refused, {carriedOut} carried out: the mutations are too wild, or too tame.");
    }

    /// <summary>Whether the request was refused; how it was answered is checked.</summary>
    private static bool IsRefused(FuzzedCloud cloud, WireRequest request, int round)
    {
        try
        {
            var (status, text) = cloud.Send(request);
            if (status == HttpStatusCode.OK)
            {
                _ = request.Target is null ? (object)XDocument.Parse(text) : JsonNode.Parse(text)!;
                return false;
            }

            var code = CodeOf(request, text);
            Assert.True(
                (request.Service == "ec2" ? DocumentedErrors.OfEc2 : DocumentedErrors.OfOthers).Contains(code) && (int)status is >= 400 and < 500,
                $"round {round}: {(int)status} {code}: {request}");
            return true;
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"round {round}: {failure.GetType().Name} in answer to {request}", failure);
        }
    }

    private static string CodeOf(WireRequest request, string text) => request.Target is not null
        ? JsonNode.Parse(text)!["__type"]!.GetValue<string>()
        : XDocument.Parse(text).Descendants().First(element => element.Name.LocalName == "Code").Value;
}
