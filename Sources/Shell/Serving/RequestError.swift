import Asking
import Output

/// Why a request has no result: an error object of JSON-RPC 2.0.
struct RequestError: Error {
  let code: Int
  let message: String
  let data: JSONValue
  /// All of it, as a person reads it.
  let text: String

  private init(code: Int, message: String, data: JSONValue = .null, text: String? = nil) {
    self.code = code
    self.message = message
    self.data = data
    self.text = text ?? "error: " + message
  }

  /// The line is not JSON.
  static func notJSON(_ message: String) -> RequestError {
    RequestError(code: -32700, message: message)
  }

  static func invalidRequest(_ message: String) -> RequestError {
    RequestError(code: -32600, message: message)
  }

  static func noMethod(_ name: String, nearest: String?) -> RequestError {
    RequestError(
      code: -32601,
      message: "no method is called `\(name)`" + (nearest.map { "; did you mean `\($0)`?" } ?? "")
    )
  }

  static func invalidParameters(_ message: String) -> RequestError {
    RequestError(code: -32602, message: message)
  }

  /// The protocol of a request is none that is spoken here.
  static func unsupportedVersion(_ version: String, _ supported: [String]) -> RequestError {
    RequestError(
      code: -32022,
      message: "the protocol version `\(version)` is not supported",
      data: .object([
        ("supported", .array(supported.map { .text($0) })), ("requested", .text(version)),
      ])
    )
  }

  var json: JSONValue {
    let members: [(String, JSONValue)] = [("code", .number(code)), ("message", .text(message))]
    if case .null = data { return .object(members) }
    return .object(members + [("data", data)])
  }
}

extension RequestError {
  /// What went wrong with a statement. Its code is the exit status that the command line has for
  /// it, its data the object of `--errors json`.
  init(_ report: ErrorReport) {
    self.init(
      code: report.kind.status,
      message: report.message,
      data: report.json,
      text: report.text
    )
  }
}

extension ErrorKind {
  fileprivate var status: Int {
    switch self {
    case .mistake, .noData, .notHeld, .notRead, .file, .note: 1
    case .call: 2
    case .database: 3
    case .output: 74
    case .interrupted: 130
    }
  }
}
