import Asking
import Catalog
import Diagnostics
package import Output
import Store

/// Answers requests of JSON-RPC 2.0, each a line of text, with a line each.
///
/// The same lines are the Model Context Protocol: its methods are beside those of
/// ``ServedMethods``. What is prepared for one request serves the next; nothing else is kept.
package struct Server {
  private var session: Session
  private let reader: JSONReader

  /// The longest line that is read, in bytes: a text of 10 MiB and its escapes.
  package static let longestLine = 24 << 20

  /// Takes a session, whose answers no longer go anywhere else.
  package init(_ session: Session) throws {
    reader = try JSONReader()
    self.session = session
    self.session.sink = ServedReply()
    self.session.style = OutputStyle()
    self.session.messageStyle = OutputStyle()
    self.session.writesFiles = false
  }

  /// The answer to a line, with the end of its line; `nil` where none is due: to an empty line, and
  /// to notifications.
  package mutating func answer(_ line: [UInt8]) throws -> OutputBuffer? {
    guard line.contains(where: { $0 != UInt8(ascii: " ") && $0 != 0x0d && $0 != 0x09 }) else {
      return nil
    }
    guard let text = String(validating: line, as: UTF8.self) else {
      return Self.line(Self.response(nil, to: .notJSON("the line is not UTF-8")))
    }
    switch try reader.kind(of: text) {
    case nil: return Self.line(Self.response(nil, to: .notJSON("the line is not JSON")))
    case .array?: return try answerAll(of: text).map(Self.line)
    default: return try response(to: text).map(Self.line)
    }
  }

  /// The answer to a line that was longer than ``longestLine``.
  package func answerToEndless() -> OutputBuffer {
    let most = Self.longestLine >> 20
    return Self.line(Self.response(nil, to: .invalidRequest("a line takes \(most) MiB at most")))
  }

  /// Several requests in one line.
  private mutating func answerAll(of messages: String) throws -> JSONValue? {
    let elements = try reader.elements(of: messages)
    guard !elements.isEmpty else {
      return Self.response(nil, to: .invalidRequest("there is no request in it"))
    }
    var responses: [JSONValue] = []
    for element in elements {
      if let response = try response(to: element) { responses.append(response) }
    }
    return responses.isEmpty ? nil : .array(responses)
  }

  private mutating func response(to message: String) throws -> JSONValue? {
    do {
      let request = try Request(message, reader)
      guard let id = request.id else { return nil }
      return Self.response(id, [("result", try result(of: request))])
    } catch let error as RequestError {
      return Self.response((try? Request.id(of: message, reader)) ?? nil, to: error)
    } catch let error as DatabaseError {
      let report = ErrorReport(.database, "\(error)")
      return Self.response((try? Request.id(of: message, reader)) ?? nil, to: RequestError(report))
    }
  }

  private mutating func result(of request: Request) throws -> JSONValue {
    guard let method = ServedMethods.method(named: request.method) else {
      if let result = try ModelContext.result(request, with: &session) { return result }
      let names = ServedMethods.all.map { $0.name }
      throw RequestError.noMethod(
        request.method,
        nearest: closestMatch(to: request.method, among: names)
      )
    }
    try request.parameters.allow(only: method.parameters.map(\.name))
    let format = method.formats.ofPrograms
    return try method.answer(request.parameters, format: format, with: &session).json
  }

  private static func response(_ id: String?, to error: RequestError) -> JSONValue {
    response(id ?? "null", [("error", error.json)])
  }

  private static func response(_ id: String, _ members: [(String, JSONValue)]) -> JSONValue {
    .object([("jsonrpc", .text("2.0")), ("id", .written(Array(id.utf8)))] + members)
  }

  private static func line(_ response: JSONValue) -> OutputBuffer {
    var output = OutputBuffer()
    response.writeOnOneLine(into: &output)
    output.append("\n")
    return output
  }
}
