namespace Amicast.Local.Tests;

/// <summary>The wall's clock, for worlds that meet real sockets.</summary>
internal static class Walls
{
#pragma warning disable RS0030 // A test that meets sockets is a composition root; at infinite speed nothing is read off this clock.
    internal static TimeProvider System => TimeProvider.System;
#pragma warning restore RS0030
}
