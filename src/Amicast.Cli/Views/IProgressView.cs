using Amicast.Runs;

namespace Amicast.Cli.Views;

/// <summary>Shows a run while it runs.</summary>
internal interface IProgressView
{
    /// <summary>Does <paramref name="work"/>, which reports how the run stands by the action that it is handed.</summary>
    TResult While<TResult>(Func<Action<RunView>, TResult> work);
}
