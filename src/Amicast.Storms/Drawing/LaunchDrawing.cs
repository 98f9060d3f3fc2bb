using System.Text.Json.Nodes;
using Amicast.VirtualTime;

namespace Amicast.Storms.Drawing;

/// <summary>Draws what is launched, by template, by description or as a fleet, and the template that is published.</summary>
internal sealed class LaunchDrawing(Chance chance)
{
    internal JsonObject Draw()
    {
        var launch = new JsonObject
        {
            ["count"] = chance.Next(1, 4),
            ["verify"] = chance.OneOf("statusOk", "statusOk", "statusOk", "running", "none"),
        };
        switch (chance.Next(10))
        {
            case < 6:
                launch["template"] = Template();
                break;
            case < 8:
                launch["instance"] = new JsonObject { ["instanceType"] = "t3.small", ["keyName"] = "web", ["tags"] = new JsonObject { ["Role"] = "web" } };
                break;
            default:
                launch["template"] = Template();
                launch["fleet"] = Fleet(launch["count"]!.GetValue<int>());
                break;
        }

        if (chance.Strikes(0.35))
        {
            launch["keep"] = false;
        }

        if (chance.Strikes(0.15))
        {
            launch["market"] = "spot";
        }

        return launch;
    }

    /// <summary>A template of which the launch says nothing, or says the same.</summary>
    internal JsonObject? DrawTemplate(JsonObject launch)
    {
        if (launch["instance"] is not null || (string?)launch["verify"] == "none" || !chance.Strikes(0.55))
        {
            return null;
        }

        launch.Remove("template");
        var template = new JsonObject { ["name"] = "web" };
        if (launch["fleet"] is null && chance.Strikes(0.3))
        {
            template = new JsonObject { ["name"] = "web-blue", ["create"] = new JsonObject { ["instanceType"] = "t3.small", ["keyName"] = "web" } };
        }

        if (chance.Strikes(0.2))
        {
            template["publish"] = chance.OneOf("always", "never");
        }

        if (chance.Strikes(0.2))
        {
            template["setDefault"] = false;
        }

        if ((string?)template["publish"] != "never" && chance.Strikes(0.6))
        {
            template["parameter"] = AccountDrawing.Parameter;
        }

        return template;
    }

    private JsonObject Template() => new() { ["name"] = "web", ["version"] = chance.OneOf("$Latest", "$Default", "2") };

    private JsonObject Fleet(int count)
    {
        var fleet = new JsonObject { ["instanceTypes"] = new JsonArray("m7i.large", "m6i.large") };
        if (count > 1 && chance.Strikes(0.5))
        {
            fleet["minCount"] = chance.Next(1, count);
        }

        return fleet;
    }
}
