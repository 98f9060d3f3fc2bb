namespace Amicast.StatesLanguage.Data;

/// <summary>Data is not what a path, template or function needs; the state at work adds where it happened.</summary>
internal sealed class DataException(string error, string message) : Exception(message)
{
    /// <summary>The error's name, such as <c>States.Runtime</c>.</summary>
    public string Error => error;

    public static DataException Runtime(string message) => new(ErrorNames.Runtime, message);
}
