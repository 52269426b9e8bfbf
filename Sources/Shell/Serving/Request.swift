import Catalog
import Diagnostics
import Store

/// A request of JSON-RPC 2.0.
struct Request {
  /// As JSON; `nil` for a notification, which is not answered.
  let id: String?
  let method: String
  let parameters: RequestParameters

  /// A message, which is JSON. `jsonrpc` may be left out.
  init(_ message: String, _ reader: JSONReader) throws {
    guard try reader.kind(of: message) == .object else {
      throw RequestError.invalidRequest("a request is an object")
    }
    if let version = try reader.member("jsonrpc", of: message), version.text != "2.0" {
      throw RequestError.invalidRequest("`jsonrpc` is \"2.0\"")
    }
    guard let method = try reader.member("method", of: message)?.text else {
      throw RequestError.invalidRequest("`method` names what is wanted")
    }
    self.method = method
    id = try Self.id(of: message, reader)
    let parameters = try reader.member("params", of: message)
    guard parameters.map({ $0.kind == .object || $0.kind == .null }) ?? true else {
      throw RequestError.invalidParameters("`params` is an object")
    }
    self.parameters = RequestParameters(
      json: parameters.flatMap { $0.kind == .object ? $0.json : nil } ?? "{}",
      reader: reader
    )
  }

  /// The id of a message, for an answer to it, even if it is no request otherwise.
  static func id(of message: String, _ reader: JSONReader) throws -> String? {
    guard let id = try reader.member("id", of: message) else { return nil }
    switch id.kind {
    case .text, .integer, .real, .null: return id.json
    case .array, .object, .isTrue, .isFalse:
      throw RequestError.invalidRequest("`id` is a text or a number")
    }
  }
}
