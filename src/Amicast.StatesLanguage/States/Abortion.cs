using Amicast.StatesLanguage.Definition;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.History;

namespace Amicast.StatesLanguage.States;

/// <summary>Records what is aborted when another strand fails: the states that strands are in, from the outside in.</summary>
internal static class Abortion
{
    /// <remarks>AWS records <c>TaskStateAborted</c> for the task that failed, too.</remarks>
    public static void Record(Strand strand, bool isFailed, long previous, Strand recorder)
    {
        if (strand.State is not { } state)
        {
            return;
        }

        if (state is TaskState || (!isFailed && state is WaitState or MapState or ParallelState))
        {
            recorder.RecordAside(state.Type + "StateAborted", previous, details: null);
        }

        if (!isFailed && state is MapState { Distributed: not null })
        {
            recorder.RecordAside(EventTypes.MapRunAborted, previous, details: null);
        }

        foreach (var child in strand.Children)
        {
            if (child.Item is { } item && state is MapState)
            {
                MapIterations.RecordAborted(state.Name, item.Index, previous, recorder);
            }

            Record(child, isFailed: false, previous, recorder);
        }
    }
}
