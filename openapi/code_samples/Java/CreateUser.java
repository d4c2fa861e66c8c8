import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/** Java 17 or newer, nothing but the JDK. Run it with {@code java CreateUser.java}. */
public class CreateUser {
    private static final String USER = """
        {
          "externalUserId": "6ef2fb57-c337-4557-ba24-b82f1322f912",
          "email": "johndoe@gmail.com",
          "phone": "48123123123",
          "firstName": "John",
          "lastName": "Doe",
          "address": "Example 321",
          "city": "New York",
          "postCode": "EA0234",
          "country": "PL",
          "citizenship": "PL",
          "documentType": "ID_CARD",
          "documentNumber": "CEV12630"
        }
        """;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var apiKey = Objects.requireNonNull(System.getenv("P100_API_KEY"), "Set P100_API_KEY to your key.");
        var baseUrl = Objects.requireNonNullElse(System.getenv("P100_BASE_URL"), "https://partner-api-stage.p100.io");

        var request = HttpRequest.newBuilder(URI.create(baseUrl + "/v1/user/balances/crypto-and-fiat"))
            .header("Content-Type", "application/json")
            .header("x-api-key", apiKey)
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(USER))
            .build();
        // HTTP/1.1, so that no upgrade is offered. The client follows no redirect, which would carry the key away.
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());

        if (response.statusCode() == 201) {
            System.out.println(response.body());
        } else if (Pattern.compile("\"errorCode\"\\s*:\\s*\"P411\"").matcher(response.body()).find()) {
            System.err.println("This externalUserId is taken: the user exists.");
            System.exit(1);
        } else {
            throw new IOException("P100 returned " + response.statusCode() + ": " + response.body());
        }
    }
}
