import Catalog
import Output
import Results
import Testing

@Suite("The latex format")
struct LaTeXFormatTests {
  @Test("a table with rules, figures to the right, and what must be said with them")
  func table() {
    let text = Answer.removals.written(as: LaTeXFormat.self)
    #expect(text.contains("\\begin{tabular}{lr}\n\\toprule\nfy & removals \\\\\n\\midrule\n"))
    #expect(text.contains("2024 $\\circ$ & $\\approx$ 315,480 \\\\\n\\bottomrule"))
    #expect(text.contains("(1) FY2020--22: OHSS, 2022 Yearbook"))
    #expect(text.hasSuffix("\\end{table}\n"))
  }

  @Test(
    "signs of LaTeX are escaped",
    arguments: [
      ("a & b", "a \\& b"), ("50%", "50\\%"), ("a_b", "a\\_b"), ("{#}", "\\{\\#\\}"),
      ("a\\b", "a\\textbackslash{}b"), ("~^", "\\textasciitilde{}\\textasciicircum{}"),
      ("$1", "\\$1"), ("Türkiye", "Türkiye"), ("a\u{1B}b", "a\u{FFFD}b"), ("<", "$<$"),
    ]
  )
  func escapes(_ text: String, _ written: String) {
    let answer = Answer(columns: [.dimension("x")], rows: [AnswerRow(.text(text))])
    let shown = written.replacing("\u{FFFD}", with: "?")
    #expect(answer.written(as: LaTeXFormat.self).contains("\n\(shown) \\\\\n"))
  }

  @Test("a long table goes over several pages")
  func longTable() {
    let rows = (0..<60).map { AnswerRow(.text("row \($0)"), .exact($0)) }
    let answer = Answer(columns: [.dimension("x"), .figure("n")], rows: rows)
    let text = answer.written(as: LaTeXFormat.self)
    #expect(text.contains("\\begin{longtable}{lr}") && text.contains("\\endhead"))
    #expect(!text.contains("\\begin{table}"))
  }
}
