using Amicast.Simulator.Ec2.Wire;

namespace Amicast.Simulator.Ec2.Resources;

/// <summary>Product codes as EC2 shows them; here all are of the AWS Marketplace.</summary>
internal static class ProductCodeXml
{
    internal const string Type = "marketplace";

    internal static void WriteProductCodes(this ResponseWriter response, IReadOnlyList<string> codes) =>
        response.List("productCodes", codes, static (writer, code) =>
        {
            writer.Text("productCode", code);
            writer.Text("type", Type);
        });
}
