import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

struct User: Encodable {
    let externalUserId = "6ef2fb57-c337-4557-ba24-b82f1322f912"
    let email = "johndoe@gmail.com"
    let phone = "48123123123"
    let firstName = "John"
    let lastName = "Doe"
    let address = "Example 321"
    let city = "New York"
    let postCode = "EA0234"
    let country = "PL"
    let citizenship = "PL"
    let documentType = "ID_CARD"
    let documentNumber = "CEV12630"
}

struct CreatedUser: Decodable {
    let userId: String
}

struct APIError: Decodable {
    let errorCode: String
}

/// A redirect would carry the key to another host.
final class RefuseRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}

let environment = ProcessInfo.processInfo.environment
guard let apiKey = environment["P100_API_KEY"], !apiKey.isEmpty else {
    fatalError("Set P100_API_KEY to your key.")
}
let baseURL = environment["P100_BASE_URL"] ?? "https://partner-api-stage.p100.io"

var request = URLRequest(url: URL(string: baseURL + "/v1/user/balances/crypto-and-fiat")!)
request.httpMethod = "POST"
request.timeoutInterval = 30
request.setValue("application/json", forHTTPHeaderField: "Content-Type")
request.setValue(apiKey, forHTTPHeaderField: "x-api-key")
request.httpBody = try JSONEncoder().encode(User())

let (data, response) = try await URLSession.shared.data(for: request, delegate: RefuseRedirects())
let status = (response as! HTTPURLResponse).statusCode

if status == 201 {
    let user = try JSONDecoder().decode(CreatedUser.self, from: data)
    print("Created user \(user.userId)")
} else if let error = try? JSONDecoder().decode(APIError.self, from: data), error.errorCode == "P411" {
    FileHandle.standardError.write(Data("This externalUserId is taken: the user exists.\n".utf8))
    exit(1)
} else {
    fatalError("P100 returned \(status): \(String(decoding: data, as: UTF8.self))")
}
