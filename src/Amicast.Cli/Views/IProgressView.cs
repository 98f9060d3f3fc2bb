using Amicast.Runs;

namespace Amicast.Cli.Views;

/// <summary>Shows a run while it runs.</summary>
internal interface IProgressView
{
    /// <summary>Does <paramref name="work"/>, which tells by the action that it is handed how the run went on since it told last: after each event, the last view being now.</summary>
    TResult While<TResult>(Func<Action<IReadOnlyList<RunView>>, TResult> work);
}
