import Diagnostics
import Output

extension Session {
  /// Answers one statement in a format of answers.
  mutating func serve(
    _ statement: String,
    as format: String,
    isFree: Bool = false
  ) throws -> ServedAnswer {
    guard let chosen = OutputFormats.format(named: format) else {
      let near = OutputFormats.nearestName(to: format)
      throw RequestError.invalidParameters(
        "no format is called `\(format)`" + (near.map { "; did you mean `\($0)`?" } ?? "")
      )
    }
    forget()
    self.format = chosen
    readsFreely = isFree
    return try answer { session in _ = try session.reply(to: statement) }
  }

  /// Runs something with a sink that keeps what is written, and gives that.
  private mutating func answer(_ body: (inout Session) throws -> Void) throws -> ServedAnswer {
    guard let reply = sink as? ServedReply else {
      preconditionFailure("a session that serves has the sink of a server")
    }
    reply.removeAll()
    defer { reply.removeAll() }
    try body(&self)
    if let error = reply.error { throw RequestError(error) }
    guard !reply.output.isEmpty else { throw RequestError.invalidParameters("nothing was asked") }
    guard String(validating: reply.output, as: UTF8.self) != nil else {
      let chosen = delivered?.format ?? format
      let name = chosen.name
      let file = "answer.\(chosen.fileEndings.first ?? name)"
      throw RequestError.invalidParameters(
        "`\(name)` makes a file that is no text; the command line writes it: `> \"\(file)\"`"
      )
    }
    return ServedAnswer(
      format: delivered?.format.name ?? "text",
      output: reply.output,
      isJSON: delivered.map { $0.purpose.isJSON(in: $0.format) } ?? false,
      messages: reply.messages
    )
  }
}
