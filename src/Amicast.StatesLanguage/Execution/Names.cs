namespace Amicast.StatesLanguage.Execution;

/// <summary>Names of state machines and executions.</summary>
internal static class Names
{
    private const int Longest = 80;
    private const string Forbidden = " <>{}[]?*\"#%\\^|~`$&,;:/";

    /// <exception cref="StepFunctionsException">InvalidName.</exception>
    public static void Check(string name)
    {
        if (name.Length is 0 or > Longest || name.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || Forbidden.Contains(character)))
        {
            throw new StepFunctionsException("InvalidName", $"Invalid Name: '{name}'");
        }
    }
}
