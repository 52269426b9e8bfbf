import Asking
import Catalog
import Diagnostics
import Output
import Results

/// The Model Context Protocol, by which agents find the methods and call them as tools.
///
/// Revisions up to 2025-11-25 begin with `initialize`; that of 2026-07-28 names its version in each
/// request and asks `server/discover`.
///
/// Source: https://modelcontextprotocol.io/specification
enum ModelContext {
  /// The revisions that begin with a handshake, the newest last.
  private static let handshakes = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"]
  /// The revisions in which each request is by itself.
  private static let stateless = ["2026-07-28"]
  private static var versions: [String] { handshakes + stateless }

  /// The member of `_meta` that names the revision.
  private static let versionKey = "_meta.\"io.modelcontextprotocol/protocolVersion\""

  private static let instructions = """
    Official statistics of U.S. border and immigration enforcement, offline. Call `show` with \
    `measures` to see what can be counted and `ask` with a question. Figures come with sources and \
    notes: quote both. Removals, returns and expulsions are different things, fiscal years begin \
    in October, and events are not people.
    """

  /// The result of a method of the protocol; `nil` where it is none.
  static func result(_ request: Request, with session: inout Session) throws -> JSONValue? {
    let parameters = request.parameters
    if let version = try parameters.text(versionKey), !stateless.contains(version) {
      throw RequestError.unsupportedVersion(version, versions)
    }
    switch request.method {
    case "initialize":
      let asked = try parameters.text("protocolVersion") ?? ""
      let version = handshakes.contains(asked) ? asked : handshakes[handshakes.count - 1]
      return .object(
        [("protocolVersion", .text(version))] + capabilities + [("serverInfo", server)]
      )
    case "server/discover":
      return .object(
        [("supportedVersions", .array(versions.map { .text($0) }))] + capabilities + cached
          + [("_meta", .object([("io.modelcontextprotocol/serverInfo", server)]))]
      )
    case "ping": return .object([])
    case "tools/list":
      return .object([("tools", .array(ServedMethods.all.map(tool)))] + cached)
    case "tools/call": return try call(parameters, with: &session)
    default: return nil
    }
  }

  private static var capabilities: [(String, JSONValue)] {
    [
      ("capabilities", .object([("tools", .object([]))])),
      ("instructions", .text(instructions)),
    ]
  }

  /// Lists never change while a server runs; clients may keep them for an hour.
  private static let cached: [(String, JSONValue)] = [
    ("resultType", .text("complete")), ("ttlMs", .number(3_600_000)),
    ("cacheScope", .text("public")),
  ]

  private static var server: JSONValue {
    .object([
      ("name", .text("tally")), ("title", .text("Tally")), ("version", .text(programVersion)),
    ])
  }

  private static func tool(_ method: any ServedMethod.Type) -> JSONValue {
    let parameters = method.parameters
    let required = parameters.filter(\.isRequired)
    return .object([
      ("name", .text(method.name)),
      ("description", .text(method.summary)),
      (
        "inputSchema",
        .object([
          ("type", .text("object")),
          ("properties", .object(parameters.map { ($0.name, $0.json) })),
          ("required", .array(required.map { .text($0.name) })),
          ("additionalProperties", .boolean(false)),
        ])
      ),
      (
        "annotations",
        .object([("readOnlyHint", .boolean(true)), ("openWorldHint", .boolean(false))])
      ),
    ])
  }

  /// Calls a tool. What is wrong with its arguments is a result too, so that agents read it.
  private static func call(
    _ parameters: RequestParameters,
    with session: inout Session
  ) throws -> JSONValue {
    let name = try parameters.required("name")
    guard let method = ServedMethods.method(named: name) else {
      let names = ServedMethods.all.map { $0.name }
      let near = closestMatch(to: name, among: names)
      throw RequestError.invalidParameters(
        "no tool is called `\(name)`; "
          + (near.map { "did you mean `\($0)`?" } ?? "tools are \(names.joined(by: ", "))")
      )
    }
    let arguments = try parameters.object("arguments")
    do {
      try arguments.allow(only: method.parameters.map(\.name))
      let format = method.formats.ofAgents
      return result(of: try method.answer(arguments, format: format, with: &session))
    } catch let error as RequestError {
      return result(of: error)
    }
  }

  private static func result(of answer: ServedAnswer) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("content", .array((answer.messages + [answer.text]).map(content))),
      ("isError", .boolean(false)), ("resultType", .text("complete")),
    ]
    if answer.isObject { members.append(("structuredContent", answer.value)) }
    return .object(members)
  }

  private static func result(of error: RequestError) -> JSONValue {
    .object([
      ("content", .array([content(error.text)])),
      ("isError", .boolean(true)), ("resultType", .text("complete")),
    ])
  }

  private static func content(_ text: String) -> JSONValue {
    .object([("type", .text("text")), ("text", .text(text))])
  }
}
