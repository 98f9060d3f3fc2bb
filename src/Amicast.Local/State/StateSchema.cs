using Microsoft.Data.Sqlite;

namespace Amicast.Local.State;

/// <summary>The tables of kept runs, and the version of their shape.</summary>
internal static class StateSchema
{
    private const long Version = 1;

    private const string Tables = """
        CREATE TABLE execution (
            name TEXT NOT NULL PRIMARY KEY, run TEXT NOT NULL, account TEXT NOT NULL, status TEXT NOT NULL, started TEXT NOT NULL, stopped TEXT,
            input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT) STRICT;
        CREATE INDEX execution_of_run ON execution (run);
        CREATE TABLE event (
            execution TEXT NOT NULL REFERENCES execution (name), id INTEGER NOT NULL, at TEXT NOT NULL, event TEXT NOT NULL,
            PRIMARY KEY (execution, id)) STRICT, WITHOUT ROWID;
        PRAGMA user_version = 1;
        """;

    /// <summary>Makes the tables where there are none.</summary>
    /// <exception cref="StateUnusableException">They are of a later version.</exception>
    internal static void Ensure(SqliteConnection connection, string path)
    {
        // What is written stands when a command has ended, also where the machine loses its power; readers do not wait for writers.
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
        // Two processes that begin at once: one makes the tables, the other one waits and finds them.
        using var transaction = connection.BeginTransaction(deferred: false);
        using var read = connection.CreateCommand();
        read.CommandText = "PRAGMA user_version";
        switch ((long)read.ExecuteScalar()!)
        {
            case 0:
                Execute(connection, Tables);
                break;
            case > Version:
                throw new StateUnusableException($"{path} was written by a later version of Amicast: use that, or another folder.");
        }

        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
