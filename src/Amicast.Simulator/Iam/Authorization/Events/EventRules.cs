using System.Text.Json.Nodes;
using Amicast.Simulator.Ec2;
using Amicast.Simulator.Events;

namespace Amicast.Simulator.Iam.Authorization.Events;

/// <summary>What PutEvents authorises: for each entry the bus that it is put on.</summary>
/// <remarks>
/// Sources: "Actions, resources, and condition keys for Amazon EventBridge", and "Using IAM policy conditions in Amazon EventBridge". A choice: if one
/// entry may not be put, the whole call is refused.
/// </remarks>
internal static class EventRules
{
    private const string PutAction = "events:PutEvents";

    internal static IEnumerable<AuthorizationRule> All => [new(PutAction, Put)];

    private static IEnumerable<AuthorizationRequest> Put(Call call) => PutEvents.EntriesOf(call).Select(entry => call.Ask(PutAction, Bus(call, entry)));

    private static AuthorizedResource Bus(Call call, JsonObject entry) =>
        new AuthorizedResource(Arns.OfEventBus(call.Region, call.AccountId, PutEvents.BusOf(entry)), call.AccountId, [])
            .With("events:source", PutEvents.Text(entry, "Source"))
            .With("events:detail-type", PutEvents.Text(entry, "DetailType"));
}
