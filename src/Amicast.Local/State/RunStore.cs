using System.Globalization;
using Amicast.Runs;
using Amicast.StatesLanguage.Execution;
using Amicast.StatesLanguage.History;
using Microsoft.Data.Sqlite;

namespace Amicast.Local.State;

/// <summary>The executions and histories of runs that this machine carries out on AWS, in a folder: what resume and rollback need when the process has died.</summary>
/// <remarks>Requests and reports may hold what is nobody else's: the folder is its owner's alone. Several processes may use it at once; a run is one process's (<see cref="RunLock"/>).</remarks>
public sealed class RunStore : IDisposable
{
    private const string ProcessDied = "ProcessDied";
    private const string DeathTold = "The process that carried this execution out ended before it did.";
    private readonly SqliteConnection _connection;
    private readonly string _folder;

    private RunStore(SqliteConnection connection, string folder) => (_connection, _folder) = (connection, folder);

    /// <summary>Opens the folder, and makes it where it is missing.</summary>
    /// <exception cref="StateUnusableException">It cannot be used.</exception>
    public static RunStore Open(string folder)
    {
        var path = Path.Combine(folder, "runs.db");
        try
        {
            OwnersFile.MakeFolder(folder);
            // SQLite gives its other files the mode of this one.
            OwnersFile.Make(path);
            return new RunStore(Connect(path), folder);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StateUnusableException($"Runs cannot be kept in {folder}: {unusable.Message}", unusable);
        }
    }

    /// <summary>Takes a run for this process; <see langword="null"/>: another process carries it out.</summary>
    /// <exception cref="StateUnusableException">The folder cannot be written.</exception>
    public RunLock? TryLock(string run) => RunLock.TryTake(_folder, run);

    /// <summary>The account that a run was carried out in; <see langword="null"/>: there is no such run.</summary>
    public string? AccountOf(string run)
    {
        using var command = Command("SELECT account FROM execution WHERE run = $run LIMIT 1", ("$run", run));
        return (string?)command.ExecuteScalar();
    }

    /// <summary>The executions of a run, or of all, in the order of their starts. One whose process has died is shown as aborted.</summary>
    /// <param name="run">The run; <see langword="null"/>: all.</param>
    public IReadOnlyList<KeptExecution> Read(string? run = null) =>
        [.. ReadRows(run).Select(row => row.Execution.StopDate is null && IsDead(row.Run) ? row.Execution.Abort(ProcessDied, DeathTold) : row.Execution)];

    /// <summary>Notes that executions of a run whose process has died have ended. For whoever has its lock.</summary>
    internal void Settle(string run)
    {
        foreach (var (_, execution) in ReadRows(run).Where(row => row.Execution.StopDate is null).ToList())
        {
            var aborted = execution.Abort(ProcessDied, DeathTold);
            End(aborted.Name, aborted.ReadHistory()[^1], aborted.Status, aborted.StopDate!.Value, output: null, aborted.Error, aborted.Cause);
        }
    }

    /// <summary>Adds an execution that starts, with its first event.</summary>
    internal void Begin(ExecutionDescription started, string account, HistoryEvent first)
    {
        using var transaction = _connection.BeginTransaction();
        Execute(
            "INSERT INTO execution (name, run, account, status, started, input) VALUES ($name, $run, $account, $status, $started, $input)",
            ("$name", started.Name), ("$run", ExecutionName.Parse(started.Name).Run), ("$account", account), ("$status", started.Status), ("$started", Text(started.StartDate)), ("$input", started.Input));
        Append(started.Name, first);
        transaction.Commit();
    }

    /// <summary>Adds the next event of an execution.</summary>
    internal void Append(string execution, HistoryEvent happened) => Execute(
        "INSERT INTO event (execution, id, at, event) VALUES ($execution, $id, $at, $event)",
        ("$execution", execution), ("$id", happened.Id), ("$at", Text(happened.Timestamp)), ("$event", HistoryEventText.Write(happened)));

    /// <summary>Adds the last event of an execution, and how it ended.</summary>
    internal void End(string execution, HistoryEvent last, string status, DateTimeOffset stopped, string? output, string? error, string? cause)
    {
        using var transaction = _connection.BeginTransaction();
        Append(execution, last);
        Execute(
            "UPDATE execution SET status = $status, stopped = $stopped, output = $output, error = $error, cause = $cause WHERE name = $name",
            ("$status", status), ("$stopped", Text(stopped)), ("$output", output), ("$error", error), ("$cause", cause), ("$name", execution));
        transaction.Commit();
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            StateSchema.Ensure(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private bool IsDead(string run)
    {
        using var ours = TryLock(run);
        return ours is not null;
    }

    private List<(string Run, KeptExecution Execution)> ReadRows(string? run)
    {
        using var command = Command(
            "SELECT run, name, status, started, stopped, input, output, error, cause FROM execution WHERE $run IS NULL OR run = $run ORDER BY started, rowid", ("$run", run));
        using var reader = command.ExecuteReader();
        var rows = new List<(string, KeptExecution)>();
        while (reader.Read())
        {
            var name = reader.GetString(1);
            rows.Add((reader.GetString(0), new KeptExecution(
                name, reader.GetString(2), Moment(reader.GetString(3)), Optional(reader, 4) is { } stopped ? Moment(stopped) : null,
                reader.GetString(5), Optional(reader, 6), Optional(reader, 7), Optional(reader, 8), () => ReadHistory(name))));
        }

        return rows;
    }

    private List<HistoryEvent> ReadHistory(string execution)
    {
        using var command = Command("SELECT at, event FROM event WHERE execution = $execution ORDER BY id", ("$execution", execution));
        using var reader = command.ExecuteReader();
        var events = new List<HistoryEvent>();
        while (reader.Read())
        {
            events.Add(HistoryEventText.Read(reader.GetString(1), Moment(reader.GetString(0))));
        }

        return events;
    }

    private void Execute(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(text, parameters);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class; what varies is a parameter.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private static string? Optional(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static string Text(DateTimeOffset moment) => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
