using Amicast.Simulator;
using Amicast.Simulator.Account;
using Amicast.Simulator.Account.Describing;
using Amicast.Simulator.Documents;
using Spectre.Console;

namespace Amicast.Cli.Commands;

/// <summary>The files of <c>--account</c> and <c>--save</c>.</summary>
internal sealed class AccountFile(Terminal terminal)
{
    /// <summary>Where other programs' output is read from.</summary>
    private const string StandardInput = "-";

    /// <summary>Reads an account document, or the plain output of <c>aws ec2 describe-instances</c>; <c>-</c> is standard input.</summary>
    /// <exception cref="BadOptionException">It cannot be read, or has problems.</exception>
    internal AccountDocument Read(FileInfo file)
    {
        try
        {
            var text = IsStandardInput(file) ? terminal.Input.ReadToEnd() : File.ReadAllText(file.FullName);
            return DescribedInstances.IsOutput(text) ? Describe(DescribedInstances.Parse(text)) : AccountDocument.Parse(text);
        }
        catch (InvalidDocumentException invalid)
        {
            throw new BadOptionException($"--account {(IsStandardInput(file) ? StandardInput : file.Name)}: {invalid.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadOptionException($"--account: {error.Message}");
        }
    }

    /// <summary>Finds out, before anything is done, whether an account can be saved there.</summary>
    /// <exception cref="BadOptionException">It cannot.</exception>
    internal static void CheckWritable(FileInfo file)
    {
        var target = Target(file);
        if (Directory.Exists(target) || target.StartsWith("/dev/", StringComparison.Ordinal))
        {
            throw new BadOptionException($"--save: '{file}' is not a file that can be replaced; name a regular file.");
        }

        try
        {
            var beside = Beside(target);
            File.WriteAllBytes(beside, []);
            File.Delete(beside);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BadOptionException($"--save: {error.Message}");
        }
    }

    /// <summary>Writes the account as it stands, if that was asked for.</summary>
    /// <returns>Whether all is well; if not, standard error says why.</returns>
    internal bool TryWrite(FileInfo? file, SimulatedCloud? account) => file is null || account is null || TryWrite(file, account.Save());

    // There is the whole of it, or what was there before.
    private bool TryWrite(FileInfo file, AccountDocument account)
    {
        var target = Target(file);
        var beside = Beside(target);
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
            using (var writer = new StreamWriter(stream))
            {
                writer.Write(account.ToJson());
                writer.Flush();
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"--save: the account could not be written: {error.Message}");
            return false;
        }
    }

    // The same file however it was named: '-' may be a file of that name when it has its folder before it.
    private static bool IsStandardInput(FileInfo file) => file.ToString() == StandardInput;

    /// <summary>A link stays one: what it leads to is replaced.</summary>
    private static string Target(FileInfo file) => (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName;

    /// <summary>In the same folder, so that moving it there is one step.</summary>
    private static string Beside(string target) => $"{target}.{Environment.ProcessId}.saving";

    private AccountDocument Describe(DescribedInstances described)
    {
        foreach (var assumption in described.Assumptions)
        {
            terminal.Error.WriteLine($"--account: {assumption}");
        }

        return described.Account;
    }
}
