private import Diagnostics
package import Results

/// A table for LaTeX with the rules of the package `booktabs`, and what must be said with it.
///
/// ```
/// \begin{tabular}{lr}
/// \toprule
/// fy & removals \\
/// \midrule
/// 2022 & 108,733 \\
/// \bottomrule
/// \end{tabular}
/// ```
package struct LaTeXFormat: OutputFormat {
  package static let name = "latex"
  package static let summary = "a table for LaTeX, with its notes and sources"

  package static let uses: FormatUses = [.standard, .checks, .subject, .drawings]
  package static let fileEndings = ["tex"]

  private var answer = DrawnAnswer()

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    answer = DrawnAnswer(head)
  }

  /// Keeps the row: a table that goes over several pages is another one.
  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    answer.append(row)
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    let table = LaTeXTable(answer, FootWords(foot, text: ScreenText(isUnicode: true)))
    output.append(table.text)
    answer = DrawnAnswer()
  }
}

/// One table, with what is written above and below it.
private struct LaTeXTable {
  private let answer: DrawnAnswer
  private let foot: FootWords
  private let columns: [(offset: Int, element: AnswerColumn)]
  private let screen = ScreenText(isUnicode: true)

  init(_ answer: DrawnAnswer, _ foot: FootWords) {
    self.answer = answer
    self.foot = foot
    columns = answer.rows.columns.enumerated().filter {
      $0.element.room != .none && $0.element.kind != .sparkline
    }
  }

  /// The most rows of a table that stays on one page.
  private static let mostOnPage = 40

  private var isLong: Bool { answer.rows.rows.count > Self.mostOnPage }

  var text: String { isLong ? overPages : onPage }

  private var onPage: String {
    """
    % \\usepackage{booktabs}
    \\begin{table}
    \\centering
    \(caption)\\begin{tabular}{\(alignment)}
    \\toprule
    \(heading)\\midrule
    \(body)\\bottomrule
    \\end{tabular}
    \(words)\\end{table}

    """
  }

  private var overPages: String {
    """
    % \\usepackage{booktabs,longtable}
    \\begin{longtable}{\(alignment)}
    \(title.isEmpty ? "" : "\\caption{\(title)}\\\\\n")\\toprule
    \(heading)\\midrule
    \\endhead
    \\bottomrule
    \\endlastfoot
    \(body)\\end{longtable}
    \(words)
    """
  }

  private var title: String { screen.safe(answer.title).inLaTeX }
  private var caption: String { title.isEmpty ? "" : "\\caption{\(title)}\n" }
  private var alignment: String { columns.map { $0.element.kind.isFigure ? "r" : "l" }.joined() }

  private var heading: String {
    let labels = columns.map {
      Self.stacked(
        screen.safe($0.element.label) + ($0.element.isPartial ? " ◐" : ""),
        $0.element.kind.isFigure ? "r" : "l"
      )
    }
    return labels.joined(separator: " & ") + " \\\\\n"
  }

  /// The most letters of a heading on one line: columns are no wider than that unless their cells
  /// are.
  private static let mostInHeading = 11

  /// A long heading in lines one below the other.
  private static func stacked(_ label: String, _ side: String) -> String {
    var lines: [String] = []
    for word in label.split(separator: " ").map(String.init) {
      if let last = lines.last, last.count + word.count < mostInHeading {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    guard lines.count > 1 else { return label.inLaTeX }
    return "\\shortstack[\(side)]{\(lines.map(\.inLaTeX).joined(separator: "\\\\"))}"
  }

  private var body: String {
    let mark = columns.first { $0.element.kind.isTime }?.offset ?? columns.first?.offset ?? 0
    return answer.rows.rows.map { row in
      let cells = columns.map { offset, _ in
        TableCell(row.cells[offset], text: screen).line
          + (row.isPartial && offset == mark ? " ◐" : "")
      }
      return (row.isSummary ? "\\addlinespace\n" : "") + line(cells)
    }.joined()
  }

  private func line(_ cells: [String]) -> String {
    cells.map(\.inLaTeX).joined(separator: " & ") + " \\\\\n"
  }

  /// Notes and sources, a paragraph each.
  private var words: String {
    let sources = foot.sources.enumerated().map { place, source in
      (foot.sources.count > 1 ? "(\(place + 1)) " : "")
        + (source.periods.isEmpty ? "" : source.periods + ": ") + source.text
    }
    let paragraphs =
      [foot.summary] + foot.notes
      + (sources.isEmpty
        ? [] : [(sources.count == 1 ? "Source: " : "Sources: ") + sources.joined(separator: "; ")])
    let told = paragraphs.filter { !$0.isEmpty }.map(\.inLaTeX)
    guard !told.isEmpty else { return "" }
    return "{\\par\\smallskip\\footnotesize\\raggedright\n" + told.joined(separator: "\\par\n")
      + "\\par}\n"
  }
}

extension String {
  /// The text escaped for LaTeX. Letters with accents stay; signs that its usual fonts lack are
  /// written as commands.
  var inLaTeX: String {
    writing { scalar in
      switch scalar {
      case "\\": "\\textbackslash{}"
      case "&", "%", "$", "#", "_", "{", "}": "\\\(scalar)"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "<", ">", "|": "$\(scalar)$"
      case "≈": "$\\approx$"
      case "◐": "$\\circ$"
      case "·": "\\textperiodcentered{}"
      case "–": "--"
      case "—": "---"
      case "−": "$-$"
      case "…": "\\ldots{}"
      case "≤": "$\\leq$"
      case "≥": "$\\geq$"
      case "×": "$\\times$"
      case _ where scalar.isControl: " "
      case _ where scalar.isASCII || (0xC0...0x24F).contains(scalar.value): nil
      case _ where scalar.properties.isAlphabetic: nil
      default: transliteration(of: scalar).inLaTeX
      }
    }
  }
}
