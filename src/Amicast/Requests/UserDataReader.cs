using System.Text;
using System.Text.Json;

namespace Amicast.Requests;

/// <summary>Reads <c>userData</c>: plain text, or <c>{ "base64": … }</c>. Problems say how much there is, never what.</summary>
internal static class UserDataReader
{
    internal static UserData? Read(ObjectReader owner)
    {
        if (!owner.Has("userData", out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return Checked(owner, "userData", Encoding.UTF8.GetBytes(value.GetString()!));
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            owner.Report("userData", "WrongType", "'userData' is neither text nor an object", "write text, or { \"base64\": … }");
            return null;
        }

        var reader = owner.Object("userData")!;
        var read = ReadBase64(reader);
        reader.RefuseOthers();
        return read;
    }

    private static UserData? ReadBase64(ObjectReader reader)
    {
        if (!reader.Has("base64", out var value))
        {
            reader.Report("base64", "Missing", "'base64' is not given", "give the bytes as base64, or write 'userData' as text");
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes))
        {
            return Checked(reader, "base64", bytes);
        }

        reader.Report("base64", "InvalidUserData", "it is not base64", "write it like the output of base64 --wrap=0");
        return null;
    }

    private static UserData? Checked(ObjectReader owner, string name, byte[] bytes)
    {
        if (bytes.Length <= UserData.MostBytes)
        {
            return new UserData(Convert.ToBase64String(bytes));
        }

        owner.Report(name, "TooLong", $"the user data have {bytes.Length} bytes", $"EC2 allows {UserData.MostBytes}: fetch the rest from inside the instance");
        return null;
    }
}
