using System.Reflection;

namespace Amicast.Cli.Tests;

/// <summary>The walls between the rooms: Cli → Local → {Functions → Amicast, StatesLanguage, Simulator} → VirtualTime.</summary>
public sealed class RoomsTests
{
    [Theory]
    [InlineData("Amicast", "")]
    [InlineData("Amicast.VirtualTime", "")]
    [InlineData("Amicast.StatesLanguage", "Amicast.VirtualTime")]
    [InlineData("Amicast.Simulator", "Amicast.VirtualTime")]
    [InlineData("bootstrap", "Amicast")]
    [InlineData("Amicast.Local", "Amicast, Amicast.Simulator, Amicast.StatesLanguage, Amicast.VirtualTime, bootstrap")]
    [InlineData("Amicast.Storms", "Amicast, Amicast.Local, Amicast.Simulator, Amicast.StatesLanguage, Amicast.VirtualTime")]
    [InlineData("Amicast.Cli", "Amicast, Amicast.Local, Amicast.Simulator, Amicast.StatesLanguage, Amicast.Storms, Amicast.VirtualTime")]
    public void A_room_uses_only_the_rooms_below_it(string room, string uses)
    {
        var used = Assembly.Load(room).GetReferencedAssemblies().Select(reference => reference.Name!).Where(IsRoom).Order(StringComparer.Ordinal);

        Assert.Equal(uses, string.Join(", ", used));
    }

    [Theory]
    [InlineData("Amicast.Simulator")]
    [InlineData("Amicast.StatesLanguage")]
    [InlineData("Amicast.VirtualTime")]
    public void The_engine_the_simulator_and_the_clock_know_no_AWS_SDK(string room) =>
        Assert.DoesNotContain(Assembly.Load(room).GetReferencedAssemblies(), reference => reference.Name!.StartsWith("AWSSDK", StringComparison.Ordinal));

    private static bool IsRoom(string name) => name == "bootstrap" || name.StartsWith("Amicast", StringComparison.Ordinal);
}
