using System.Globalization;
using System.Text.Json.Nodes;

namespace Amicast.Simulator.Events;

/// <summary>One event in the form that EventBridge gives events.</summary>
/// <param name="Id">Its id; an event that comes twice has the same twice.</param>
/// <param name="DetailType">What kind of event it is, one of <see cref="DetailTypes"/>, or what a caller of PutEvents calls it.</param>
/// <param name="Account">The account in which it happened.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Region">The Region in which it happened.</param>
/// <param name="Resources">The ARNs of what it is about.</param>
/// <param name="Detail">What happened; the members depend on <paramref name="DetailType"/>.</param>
/// <remarks>Source: EventBridge User Guide, "Events in Amazon EventBridge"; EC2 and EBS User Guides on monitoring with EventBridge.</remarks>
public sealed record CloudEvent(
    string Id, string DetailType, string Account, DateTimeOffset Time, string Region, IReadOnlyList<string> Resources, JsonObject Detail)
{
    /// <summary>Who sends the events of EC2 and of EBS.</summary>
    public const string Ec2 = "aws.ec2";

    /// <summary>Who sends it: <see cref="Ec2"/>, or what a caller of PutEvents calls itself.</summary>
    public string Source { get; init; } = Ec2;

    /// <summary>A moment as events write it, to the second.</summary>
    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The whole event, as a rule or a function is given it.</summary>
    public JsonObject ToJson() => new()
    {
        ["version"] = "0",
        ["id"] = Id,
        ["detail-type"] = DetailType,
        ["source"] = Source,
        ["account"] = Account,
        ["time"] = Moment(Time),
        ["region"] = Region,
        ["resources"] = new JsonArray([.. Resources.Select(arn => JsonValue.Create(arn))]),
        ["detail"] = Detail.DeepClone(),
    };
}
