import Asking
import Catalog
import Diagnostics
import Output

/// `read`: what a text states, judged.
enum ReadMethod: ServedMethod {
  static let name = "read"
  static let summary = """
    Finds what a text (plain, Markdown or HTML) states about these statistics and judges each \
    statement. The text itself is given, and no file is read.
    """
  static let formats = (ofPrograms: "json", ofAgents: "report")
  static let parameters = [
    ServedParameter(
      name: "text",
      kind: .text,
      summary: "The text, at most 10 MiB.",
      isRequired: true
    ),
    ServedParameter(
      name: "name",
      kind: .text,
      summary: "What it is called; `page.html` says that it is HTML."
    ),
    ServedParameter(
      name: "date",
      kind: .text,
      summary: "The day of the text, such as 2025-01-14, where it does not tell it."
    ),
    ServedParameter(
      name: "format",
      kind: .one(of: TextFormats.all.map { $0.name }),
      summary: "How the statements are written."
    ),
  ]

  static func answer(
    _ parameters: RequestParameters,
    format: String,
    with session: inout Session
  ) throws -> ServedAnswer {
    let text = try parameters.required("text")
    guard text.utf8.count <= TextJudge.largest else {
      throw RequestError.invalidParameters(
        "a text takes 10 MiB at most; split it and read the parts"
      )
    }
    let name = try parameters.text("format") ?? format
    guard let chosen = TextFormats.format(named: name) else {
      throw RequestError.invalidParameters(
        "no format of texts is called `\(name)`; formats are \(TextFormats.inWords)"
      )
    }
    let read = try session.judged(
      text,
      name: parameters.text("name") ?? "-",
      day: day(parameters.text("date"))
    )
    var writer = chosen.init(style: session.style)
    var output = OutputBuffer()
    writer.begin(into: &output)
    writer.write(read, into: &output)
    writer.end(into: &output)
    return ServedAnswer(
      format: name,
      output: output.bytes,
      isJSON: chosen == TextJSON.self
    )
  }

  private static func day(_ date: String?) throws -> Day? {
    guard let date else { return nil }
    guard let period = Period(date: date), period.unit == .day else {
      throw RequestError.invalidParameters("`date` is a day such as 2025-01-14")
    }
    return period.days.first
  }
}
