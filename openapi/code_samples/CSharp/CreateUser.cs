// .NET 8 or newer, nothing but the base library. Run it as the Program.cs of a console project.
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

var apiKey = Environment.GetEnvironmentVariable("P100_API_KEY");
if (string.IsNullOrEmpty(apiKey))
{
    return Fail("Set P100_API_KEY to your key.");
}
var baseUrl = Environment.GetEnvironmentVariable("P100_BASE_URL") ?? "https://partner-api-stage.p100.io";

var user = new Dictionary<string, string>
{
    ["externalUserId"] = "6ef2fb57-c337-4557-ba24-b82f1322f912",
    ["email"] = "johndoe@gmail.com",
    ["phone"] = "48123123123",
    ["firstName"] = "John",
    ["lastName"] = "Doe",
    ["address"] = "Example 321",
    ["city"] = "New York",
    ["postCode"] = "EA0234",
    ["country"] = "PL",
    ["citizenship"] = "PL",
    ["documentType"] = "ID_CARD",
    ["documentNumber"] = "CEV12630",
};

// A redirect would carry the key to another host.
using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
{
    Timeout = TimeSpan.FromSeconds(30),
};
using var request = new HttpRequestMessage(HttpMethod.Post, $"{baseUrl}/v1/user/balances/crypto-and-fiat")
{
    Content = JsonContent.Create(user),
};
request.Headers.Add("x-api-key", apiKey);
using var response = await client.SendAsync(request);
var body = await response.Content.ReadAsStringAsync();

if (response.StatusCode == HttpStatusCode.Created)
{
    using var created = JsonDocument.Parse(body);
    Console.WriteLine($"Created user {created.RootElement.GetProperty("userId").GetString()}");
    return 0;
}
if (response.StatusCode == HttpStatusCode.BadRequest)
{
    using var refusal = JsonDocument.Parse(body);
    if (refusal.RootElement.GetProperty("errorCode").GetString() == "P411")
    {
        return Fail("This externalUserId is taken: the user exists.");
    }
}
return Fail($"P100 returned {(int)response.StatusCode}: {body}");

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 1;
}
