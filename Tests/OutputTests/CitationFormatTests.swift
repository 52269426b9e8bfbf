import Output
import Results
import Testing

@Suite("The formats of citations")
struct CitationFormatTests {
  private static let answer: Answer = {
    var source = Citation(
      periods: "FY2020–22",
      text: "OHSS, Yearbook (Nov 2023)",
      url: "https://ohss.dhs.gov/a_b?c={d}",
      key: "ohss-yearbook 2022"
    )
    source.publisher = "Office of Homeland Security Statistics"
    source.title = "Yearbook & more"
    source.table = "Table 39"
    source.published = "2023-11"
    var answer = Answer(columns: [.figure("n")], rows: [AnswerRow(.exact(1))])
    answer.foot = AnswerFoot(summary: "", notes: [], sources: [source])
    return answer
  }()

  @Test("a list of references")
  func cite() {
    #expect(
      Self.answer.written(as: CiteFormat.self) == """
        Office of Homeland Security Statistics. (2023, November). Yearbook & more, Table 39. \
        https://ohss.dhs.gov/a_b?c={d}

        """
    )
  }

  @Test("an entry of BibTeX")
  func bibTeX() {
    #expect(
      Self.answer.written(as: BibTeXFormat.self) == """
        @misc{ohss-yearbook-2022,
          author = {{Office of Homeland Security Statistics}},
          title = {{Yearbook \\& more}},
          year = {2023},
          month = nov,
          note = {Table 39; FY2020--22},
          url = {https://ohss.dhs.gov/a_b?c=%7Bd%7D},
        }

        """
    )
  }

  @Test("without sources, nothing, and an empty list for programs")
  func nothing() {
    let answer = Answer(columns: [.figure("n")])
    #expect(answer.written(as: CiteFormat.self) == "")
    #expect(answer.written(as: BibTeXFormat.self) == "")
    #expect(answer.written(as: CSLFormat.self) == "[]\n")
  }

  @Test("kinds of a format are found by two words, and by the ending of a file")
  func variants() {
    #expect(OutputFormats.format(named: "cite bibtex") == BibTeXFormat.self)
    #expect(OutputFormats.format(named: "cite") == CiteFormat.self)
    #expect(OutputFormats.format(named: "json bibtex") == nil)
    #expect(OutputFormats.format(named: "bibtex") == nil)
    #expect(OutputFormats.format(ofFile: "a.bib") == BibTeXFormat.self)
  }
}
