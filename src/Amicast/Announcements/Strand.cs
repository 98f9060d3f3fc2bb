namespace Amicast.Announcements;

/// <summary>One line of an execution's events, outside the Map or of one Region in it: what it knew last, and where it stood.</summary>
internal sealed class Strand
{
    private const string MapEntered = "MapStateEntered";

    /// <summary>The last Task or Map that was entered; none before the first.</summary>
    internal string? Step { get; private set; }

    /// <summary>The state data as they came out of the last state that was left.</summary>
    internal string? Data { get; private set; }

    /// <summary>The error that the step met last, while nothing came after it.</summary>
    internal string? Trouble { get; set; }

    /// <summary>Whether a Region has come to its end, done or failed.</summary>
    internal bool HasEnded { get; private set; }

    /// <summary>How often an image was looked at.</summary>
    internal int ImageLooks { get; set; }

    internal void Enter(string type, string state)
    {
        if (type is "TaskStateEntered" or MapEntered)
        {
            // A Region looks at its copy by the same step that looks at the first image.
            (Step, Trouble) = (state == "CheckCopy" ? "CheckImage" : state, null);
        }
    }

    internal void Exit(string type, string? output)
    {
        Data = output ?? Data;
        Trouble = null;
        HasEnded = type == "PassStateExited";
    }
}
