using System.Text;
using System.Text.RegularExpressions;

namespace Amicast.StormTests;

/// <summary>Changes the requests to EC2 on their way.</summary>
internal class DefectiveWire(HttpMessageHandler account, Action<Form>? change = null) : DelegatingHandler(account)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(CancellationToken.None);
        if (!body.StartsWith("Action=", StringComparison.Ordinal))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var form = Form.Parse(body);
        change?.Invoke(form);
        return await SendAsync(request, form, cancellationToken);
    }

    private protected virtual Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Form form, CancellationToken cancellationToken)
    {
        request.Content = new StringContent(form.ToBody(), Encoding.UTF8, "application/x-www-form-urlencoded");
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Makes images without tags, and tags them in a second call.</summary>
internal sealed partial class LateTags(HttpMessageHandler account) : DefectiveWire(account)
{
    private protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Form form, CancellationToken cancellationToken)
    {
        var tags = form.Action is "CreateImage" or "CopyImage" ? form.TakeOut("TagSpecification.1.Tag.") : [];
        form.TakeOut(tags.Count > 0 ? "TagSpecification." : "-");
        var answer = await base.SendAsync(request, form, cancellationToken);
        if (tags.Count > 0 && ImageId().Match(await answer.Content.ReadAsStringAsync(CancellationToken.None)) is { Success: true } made)
        {
            using var second = new HttpRequestMessage(request.Method, request.RequestUri);
            foreach (var header in request.Headers)
            {
                second.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            var body = string.Join('&', tags.Select(tag => $"{tag.Name.Replace("TagSpecification.1.", "", StringComparison.Ordinal)}={Uri.EscapeDataString(tag.Value)}"));
            using var tagged = await base.SendAsync(second, Form.Parse($"Action=CreateTags&Version=2016-11-15&ResourceId.1={made.Groups["id"].Value}&{body}"), cancellationToken);
        }

        return answer;
    }

    [GeneratedRegex("<imageId>(?<id>ami-[0-9a-f]+)</imageId>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ImageId();
}
