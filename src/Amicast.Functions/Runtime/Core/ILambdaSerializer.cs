namespace Amazon.Lambda.Core;

/// <summary>Turns a function's payload into an object, and its answer into a payload.</summary>
public interface ILambdaSerializer
{
    /// <summary>Reads the whole of <paramref name="requestStream"/>.</summary>
    T Deserialize<T>(Stream requestStream);

    /// <summary>Writes <paramref name="response"/> to <paramref name="responseStream"/>.</summary>
    void Serialize<T>(T response, Stream responseStream);
}
