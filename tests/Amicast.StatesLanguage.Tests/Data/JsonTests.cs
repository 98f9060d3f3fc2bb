using System.Text;
using System.Text.Json;
using Amicast.StatesLanguage.Data;

namespace Amicast.StatesLanguage.Tests.Data;

public sealed class JsonTests
{
    [Theory]
    [InlineData("""{"a":[1,2.50,-0.0,1E+3],"b":null,"c":{"d":true,"e":false},"f":""}""")]
    [InlineData(""""
        "quote \" slash / backslash \\ \b\f\n\r\t \u0001 é \uD83D\uDE00"
        """")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Text_is_the_same_after_reading_and_writing_but_for_what_need_not_be_escaped(string text)
    {
        var written = JsonParser.Parse(text).ToText();
        Assert.Equal(text.Trim().Replace("\\uD83D\\uDE00", "😀", StringComparison.Ordinal), written);
        Assert.Equal(Encoding.UTF8.GetByteCount(written), JsonParser.Parse(text).Length);
    }

    [Fact]
    public void Field_given_twice_has_its_last_value() => Assert.Equal("""{"a":3,"b":2}""", JsonParser.Parse("""{"a":1,"b":2,"a":3}""").ToText());

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("1 2")]
    [InlineData("'a'")]
    [InlineData("[1,]")]
    [InlineData("\"\\uD800\"")]
    public void Text_that_is_not_json_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => JsonParser.Parse(text));

    [Fact]
    public void Nesting_beyond_the_limit_is_refused() =>
        Assert.ThrowsAny<JsonException>(() => JsonParser.Parse(new string('[', 501) + new string(']', 501)));
}
