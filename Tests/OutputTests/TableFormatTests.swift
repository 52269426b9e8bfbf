import Catalog
import Output
import Results
import Testing

@Suite("The table format")
struct TableFormatTests {
  @Test("rows come first, then what must be said with them")
  func wholeAnswer() {
    #expect(
      Answer.removals.written(as: TableFormat.self) == """

         fy        removals
         ──────  ──────────
         2020       237,364
         2021        85,783
         2022       108,733
         2023     ≈ 177,770
         2024 ◐   ≈ 315,480

         events · October 2019 – August 2024
         ◐ FY2024 is partial: 11 of 12 months (Oct 2023 – Aug 2024)
         ≈ rounded to tens by the publisher
         1  FY2020–22  OHSS, 2022 Yearbook of Immigration Statistics, Table 39 (Nov 2023)
         2  FY2023–24  OHSS, Immigration Enforcement and Legal Processes Monthly Tables (Dec 2024)
            both have FY2022: 108,733 in 1, ≈ 102,840 in 2


        """
    )
  }

  @Test("without Unicode nothing outside ASCII is written")
  func ascii() {
    let style = OutputStyle(isUnicode: false)
    #expect(
      Answer.removals.table(style) == """
         fy        removals
         ------  ----------
         2020       237,364
         2021        85,783
         2022       108,733
         2023     ~ 177,770
         2024 *   ~ 315,480

         events | October 2019 - August 2024
         * FY2024 is partial: 11 of 12 months (Oct 2023 - Aug 2024)
         ~ rounded to tens by the publisher
         1  FY2020-22  OHSS, 2022 Yearbook of Immigration Statistics, Table 39 (Nov 2023)
         2  FY2023-24  OHSS, Immigration Enforcement and Legal Processes Monthly Tables (Dec 2024)
            both have FY2022: 108,733 in 1, ~ 102,840 in 2
        """
    )
  }

  @Test("styled, the heading is bold, the rows are plain and the rest is dim")
  func styled() {
    let lines = Answer.removals.table(OutputStyle(isStyled: true)).split(separator: "\n")
    #expect(lines[0] == " \u{1B}[1mfy        removals\u{1B}[22m")
    #expect(lines[1] == " \u{1B}[2m──────  ──────────\u{1B}[22m")
    #expect(lines[2] == " 2020       237,364")
    for line in lines[7...] {
      #expect(line.hasPrefix(" \u{1B}[2m") && line.hasSuffix("\u{1B}[22m"))
    }
  }

  @Test("characters of other widths do not disturb the columns")
  func wideText() {
    let answer = Answer(
      columns: [.dimension("citizenship"), .figure("n")],
      rows: [
        AnswerRow(.text("Côte d'Ivoire"), .exact(1)),
        AnswerRow(.text("Cote\u{301}"), .exact(22)),
        AnswerRow(.text("中国"), .exact(333)),
        AnswerRow(.text("👩‍👧"), .exact(4444)),
      ]
    )
    #expect(
      answer.table() == """
         citizenship        n
         ─────────────  ─────
         Côte d'Ivoire      1
         Cote\u{301}              22
         中国             333
         👩‍👧             4,444
        """
    )
  }

  @Test("periods are read under a heading that names their unit")
  func periods() {
    let answer = Answer(
      columns: [.time(.month), .time(.quarter), .time(.day), .time(.calendarYear)],
      rows: [
        AnswerRow(
          .period(.month(11, of: 2024)),
          .period(.quarter(3, of: 2024)),
          .period(Period(.day, code: 20_240_512)),
          .period(.calendarYear(2024)),
          isPartial: true
        )
      ]
    )
    #expect(
      answer.table() == """
         month       quarter    date         cy
         ──────────  ─────────  ───────────  ────
         Nov 2024 ◐  Q3 FY2024  12 May 2024  2024
        """
    )
  }

  @Test("the mark of a partial row is after the first column of time")
  func partialMark() {
    let answer = Answer(
      columns: [.dimension("region"), .time(.fiscalYear), .figure("returns")],
      rows: [
        AnswerRow(.text("Asia"), .fy(2023), .exact(1000)),
        AnswerRow(.text("Asia"), .fy(2024), .exact(900), isPartial: true),
      ]
    )
    #expect(
      answer.table() == """
         region  fy      returns
         ──────  ──────  ───────
         Asia    2023      1,000
         Asia    2024 ◐      900
        """
    )
  }

  @Test("figures alone make a table too")
  func onlyFigures() {
    let answer = Answer(
      columns: [.figure("removals"), .figure("returns")],
      rows: [AnswerRow(.exact(237_364), .about(1_234_567))]
    )
    #expect(
      answer.table() == """
         removals      returns
         ────────  ───────────
          237,364  ≈ 1,234,567
        """
    )
  }

  @Test("a partial figure without keys is marked itself")
  func onlyAPartialFigure() {
    let answer = Answer(
      columns: [.figure("removals")],
      rows: [AnswerRow(.exact(315_480), isPartial: true)]
    )
    #expect(
      answer.table() == """
         removals
         ──────────
          315,480 ◐
        """
    )
  }

  @Test("no rows are said, not drawn")
  func noRows() {
    var answer = Answer(columns: [.time(.fiscalYear), .figure("removals")])
    #expect(answer.written(as: TableFormat.self) == "\n no rows\n\n")
    answer.foot.summary = "events"
    #expect(answer.written(as: TableFormat.self) == "\n no rows\n\n events\n\n")
  }

  @Test("a single source needs no number, and notes keep their order")
  func singleSource() {
    var answer = Answer(columns: [.figure("removals")], rows: [AnswerRow(.exact(1))])
    answer.foot = AnswerFoot(
      summary: "events",
      notes: [
        Note(.caveat, "first caveat"), Note(.caveat, "second caveat"),
        Note(.precision, "> where cells are withheld"), Note(.understood, "2024 read as FY2024"),
      ],
      sources: [Citation(periods: "", text: "OHSS, Table 39", url: "", key: "")]
    )
    #expect(
      answer.table() == """
         removals
         ────────
                1

         events
         2024 read as FY2024
         > where cells are withheld
         first caveat
         second caveat
         OHSS, Table 39
        """
    )
  }

  @Test("six notes at most, the most important first; the others are counted")
  func sixNotes() {
    var answer = Answer(columns: [.figure("removals")], rows: [AnswerRow(.exact(1))])
    answer.foot = AnswerFoot(
      summary: "removals · events",
      notes: [
        Note(.caveat, "a caveat"), Note(.absence, "– no figure is held"),
        Note(.seriesBreak, "a break"), Note(.precision, "rounded to tens"),
        Note(.seam, "both have"), Note(.understood, "2024 read as FY2024", inFull: "in full"),
        Note(.partial, "FY2024 is partial"), Note(.caveat, "another caveat"),
      ],
      sources: [Citation(periods: "", text: "OHSS, Table 39", url: "", key: "")]
    )
    #expect(
      answer.table() == """
         removals
         ────────
                1

         removals · events
         ◐ FY2024 is partial
         2024 read as FY2024
         a break
         ≈ rounded to tens
         – no figure is held
         2 more notes: … | report
         OHSS, Table 39
         both have
        """
    )
  }

  @Test("nothing in the data reaches the terminal as a command")
  func controls() {
    let hostile = "a\u{1B}[31mb\nc\u{7F}\u{9B}2Jd\u{202E}e"
    var answer = Answer(
      columns: [.dimension(hostile), .figure(hostile)],
      rows: [AnswerRow(.text(hostile), .text(hostile))]
    )
    answer.foot = AnswerFoot(
      summary: hostile,
      notes: [Note(.caveat, hostile), Note(.seam, hostile)],
      sources: [Citation(periods: hostile, text: hostile, url: hostile, key: hostile)]
    )
    let text = answer.table()
    #expect(text.contains("a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}\u{FFFD}2Jd\u{FFFD}e"))
    #expect(!text.replacing("\n", with: "").hasControls)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 8)
    let ascii = answer.table(OutputStyle(isUnicode: false))
    #expect(ascii.contains("a?[31mb?c??2Jd?e"))
  }

  @Test("names are transliterated where only ASCII can be shown")
  func transliteration() {
    let answer = Answer(
      columns: [.dimension("x")],
      rows: ["Côte d’Ivoire", "São Tomé", "Straße Łódź İı Æ", "中 Ж", "Cote\u{301}"].map {
        AnswerRow(.text($0))
      }
    )
    let text = answer.table(OutputStyle(isUnicode: false))
    #expect(
      text == """
         x
         ------------------
         Cote d'Ivoire
         Sao Tome
         Strasse Lodz Ii AE
         ? ?
         Cote
        """
    )
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }
}
