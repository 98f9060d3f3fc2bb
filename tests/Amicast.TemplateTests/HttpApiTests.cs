using System.Globalization;
using Amicast.Aws;
using Amicast.Functions.Http;
using Amicast.Plans.Previews;
using Amicast.Runs;
using YamlDotNet.RepresentationModel;

namespace Amicast.TemplateTests;

public sealed class HttpApiTests
{
    private static readonly Template Template = Template.Deployed;
    private static readonly YamlMappingNode Api = Template.Map(Template.ResourcesOf("AWS::Serverless::HttpApi").Single().Value, "Properties");
    private static readonly YamlMappingNode Function = Template.Map(Template.Functions["HttpApiFunction"], "Properties");
    private static readonly IReadOnlyList<YamlMappingNode> Events = [.. Template.Map(Function, "Events").Children.Values.Select(one => Template.Map(one, "Properties"))];

    [Fact]
    public void Template_has_the_routes_of_the_code_and_one_for_everything_else() =>
        Assert.Equal(Routes().Append("$default").Order(StringComparer.Ordinal), Events.Select(KeyOf).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_route_asks_for_IAM_and_hands_the_request_on_as_the_code_reads_it()
    {
        Assert.Equal(("true", "AWS_IAM"), (Template.Scalar(Api, "Auth", "EnableIamAuthorizer"), Template.Scalar(Api, "Auth", "DefaultAuthorizer")));
        Assert.All(Events, one => Assert.Equal(
            ("!Ref HttpApi", "2.0", "AWS_IAM"),
            (Template.ShortForm(one["ApiId"]), Template.Scalar(one, "PayloadFormatVersion"), one.Children.ContainsKey("Auth") ? Template.Scalar(one, "Auth", "Authorizer") : "AWS_IAM")));
    }

    [Fact]
    public void Function_has_ended_before_API_Gateway_stops_waiting_for_it()
    {
        var function = int.Parse(Template.Scalar(Function, "Timeout"), CultureInfo.InvariantCulture) * 1000;

        Assert.All(Events, one => Assert.InRange(int.Parse(Template.Scalar(one, "TimeoutInMillis"), CultureInfo.InvariantCulture), function + 1000, 30_000));
    }

    [Fact]
    public void Requests_are_limited_and_logged_without_what_is_in_them()
    {
        var format = Template.Scalar(Api, "AccessLogSettings", "Format");

        Assert.Equal(
            ("!Ref ApiRateLimit", "!Ref ApiBurstLimit", "!GetAtt HttpApiLogs.Arn"),
            (Template.ShortForm(Api["DefaultRouteSettings"]["ThrottlingRateLimit"]), Template.ShortForm(Api["DefaultRouteSettings"]["ThrottlingBurstLimit"]), Template.ShortForm(Api["AccessLogSettings"]["DestinationArn"])));
        Assert.All(new[] { "body", "query", "header" }, word => Assert.DoesNotContain(word, format, StringComparison.OrdinalIgnoreCase));
    }

    private static string KeyOf(YamlMappingNode one) => one.Children.ContainsKey("Path") ? $"{Template.Scalar(one, "Method")} {Template.Scalar(one, "Path")}" : "$default";

    private static IReadOnlyList<string> Routes()
    {
        using var transport = new SocketsHttpHandler();
        using var http = new HttpClient(transport);
#pragma warning disable RS0030 // Nothing is called and nothing waits: the API is only asked for its routes.
        var (time, chance) = (TimeProvider.System, Random.Shared);
#pragma warning restore RS0030
        var plans = new PlanPreviews(new AwsClients(new AwsConnection(null, transport, "us-east-1"), time, chance), Deployment.Default);
        return new HttpApi(new RunControl(new StepFunctionsClient(http), "arn"), plans, time).RouteKeys;
    }
}
