import Asking
import Catalog
import Output
import Results
import Shell
import Store

extension Run {
  /// Reads texts one by one and writes each as it comes. A file that cannot be read is told, and
  /// passed over.
  func read(_ request: TextRequest) -> ExitStatus {
    withSession { session in
      let judge = TextJudge(session.pipeline)
      var format = request.format.init(style: session.style)
      var output = OutputBuffer()
      var status = ExitStatus.done
      format.begin(into: &output)
      for argument in request.files {
        for path in try TextFiles.all(
          at: argument,
          report: { output in
            self.output.report(ErrorReport(output))
            status = .failed
          }
        ) {
          do {
            let text = try TextFiles.text(of: path)
            try judge.read(
              text,
              name: path,
              day: request.day,
              inParts: request.format.isByLine
            ) { part in
              var part = part
              part.judged = request.judged
              if !part.statements.allSatisfy({ $0.passes(acceptingClose: request.acceptsClose) }) {
                status = .failed
              }
              format.write(part.keeping(request.verdicts), into: &output)
              try session.sink.write(&output)
            }
          } catch let error as TextFileError {
            self.output.report(ErrorReport(error))
            status = .failed
          }
        }
      }
      format.end(into: &output)
      try session.sink.write(&output)
      return status
    }
  }
}

extension ReadText {
  /// With the statements of some verdicts only; with all where none is named.
  fileprivate func keeping(_ verdicts: [TextVerdict]) -> ReadText {
    guard !verdicts.isEmpty else { return self }
    var places: [Int: Int] = [:]
    var kept: [TextStatement] = []
    for (index, statement) in statements.enumerated() where verdicts.contains(statement.verdict) {
      places[index] = kept.count
      kept.append(statement)
    }
    let paragraphs = paragraphs.map { paragraph in
      Paragraph(
        isHeading: paragraph.isHeading,
        isItem: paragraph.isItem,
        pieces: paragraph.pieces.map {
          Piece(text: $0.text, statement: $0.statement.flatMap { places[$0] })
        }
      )
    }
    var text = ReadText(
      name: name,
      day: day,
      isDayFound: isDayFound,
      paragraphs: paragraphs,
      statements: kept,
      edition: edition
    )
    text.judged = judged
    return text
  }
}
