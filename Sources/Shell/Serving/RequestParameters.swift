import Catalog
import Diagnostics
import Store

/// The parameters of a request, by their names.
struct RequestParameters {
  let json: String
  let reader: JSONReader

  /// Whether there is one; a null is none.
  func has(_ name: String) throws -> Bool {
    try reader.member(name, of: json).map { $0.kind != .null } ?? false
  }

  /// A text; `nil` where there is none.
  func text(_ name: String) throws -> String? {
    guard let member = try reader.member(name, of: json), member.kind != .null else { return nil }
    guard member.kind == .text else {
      throw RequestError.invalidParameters("`\(name)` is a text")
    }
    guard let text = member.text else {
      throw RequestError.invalidParameters("`\(name)` holds U+0000, which is no part of a text")
    }
    return text
  }

  /// A text that must be there.
  func required(_ name: String) throws -> String {
    guard let text = try text(name) else {
      throw RequestError.invalidParameters("`\(name)` is missing")
    }
    return text
  }

  /// `false` where there is none.
  func isTrue(_ name: String) throws -> Bool {
    switch try reader.member(name, of: json)?.kind {
    case nil, .null?, .isFalse?: false
    case .isTrue?: true
    default: throw RequestError.invalidParameters("`\(name)` is true or false")
    }
  }

  /// An object inside of them, empty where there is none.
  func object(_ name: String) throws -> RequestParameters {
    guard let member = try reader.member(name, of: json), member.kind != .null else {
      return RequestParameters(json: "{}", reader: reader)
    }
    guard member.kind == .object else {
      throw RequestError.invalidParameters("`\(name)` is an object")
    }
    return RequestParameters(json: member.json, reader: reader)
  }

  /// Refuses names that nobody reads: they are slips.
  func allow(only known: [String]) throws {
    for name in try reader.names(of: json) where !known.contains(name) && name != "_meta" {
      let near = closestMatch(to: name, among: known)
      let names = known.map { "`\($0)`" }.joined(by: ", ")
      throw RequestError.invalidParameters(
        "there is no parameter `\(name)`; "
          + (near.map { "did you mean `\($0)`?" } ?? "parameters are \(names)")
      )
    }
  }
}
