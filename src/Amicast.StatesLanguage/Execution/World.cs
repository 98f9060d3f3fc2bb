using Amicast.VirtualTime;

namespace Amicast.StatesLanguage.Execution;

/// <summary>What every execution of an engine shares.</summary>
internal sealed record World(WorldClock Clock, Chance Chance, ITaskInvoker Invoker);
