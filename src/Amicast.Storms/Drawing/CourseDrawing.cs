using Amicast.Storms.Courses;
using Amicast.VirtualTime;

namespace Amicast.Storms.Drawing;

/// <summary>Draws what people do with a run.</summary>
internal static class CourseDrawing
{
    private const int MostActs = 4;

    internal static Course Draw(Chance chance)
    {
        var acts = new List<Act> { new(ActKind.Start, TimeSpan.Zero, Stop(chance, 0.35)) };
        while (acts.Count < MostActs && chance.Strikes(acts[^1].Stop is null ? 0.25 : 0.85))
        {
            acts.Add(Next(chance, acts[^1]));
        }

        return new Course(acts);
    }

    private static Act Next(Chance chance, Act before)
    {
        var kind = before.Kind == ActKind.RollBack ? ActKind.RollBack : chance.OneOf(ActKind.Resume, ActKind.Resume, ActKind.ResumeWithMore, ActKind.RollBack, ActKind.RollBack, ActKind.RollBack);
        var outage = kind == ActKind.RollBack && chance.Strikes(0.2) ? new Outage(chance.Next(4), chance.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(40))) : null;
        return new Act(kind, Pause(chance), Stop(chance, 0.25), outage);
    }

    // Often at once, so that what was under way lands in the midst of the next one.
    private static TimeSpan Pause(Chance chance) => chance.Strikes(0.5) ? chance.Between(TimeSpan.Zero, TimeSpan.FromSeconds(5)) : chance.Between(TimeSpan.Zero, TimeSpan.FromMinutes(30));

    private static StopMoment? Stop(Chance chance, double probability) => !chance.Strikes(probability) ? null
        : chance.Strikes(0.5) ? new StopMoment(chance.Between(TimeSpan.Zero, TimeSpan.FromMinutes(45)), null)
        : new StopMoment(null, chance.Next(1, 90));
}
