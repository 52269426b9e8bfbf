import Asking
import Catalog
import Output
import QueryLanguage
import Results
import TestSupport
import Testing

/// Properties of reading that hold for every text.
@Suite("Texts")
struct TextTests {
  private static let day = Day(year: 2025, month: 1, day: 14)

  private func read(_ text: String, name: String = "text.txt", day: Day? = day) throws -> ReadText {
    try TextJudge(Pipeline(ShippedDatabase.open())).read(text, name: name, day: day)
  }

  private static let release = """
    Border Patrol agents made 47,330 apprehensions along the southwest border in December, the \
    second fewest since August 2020, and 81 percent fewer than a year earlier.

    Fentanyl seizures fell by 19 percent between fiscal 2023 and fiscal 2024.
    """

  @Test("statements are found, filled and judged")
  func areJudged() throws {
    let read = try read(Self.release)
    #expect(read.statements.map(\.verdict) == [.close, .holds, .holds, .holds])
    #expect(read.statements[2].carried.contains("Dec 2024"))
    #expect(!read.statements[2].isCertain)
  }

  @Test(
    "what is no statistic is left alone",
    arguments: [
      "The shelter has 140 beds, and a bus to Tucson costs $31.50.",
      "Call 202-555-0148 or 1-800-555-0199. Ref. 24-0213.",
      "She was born on May 12, 1987 and may march on.",
      "Under Section 212 of the Act, people are held for no longer than 72 hours.",
      "A child of 8 told us that she had counted three bodies.",
      "The border is secure, and everybody says so.",
      "",
    ]
  )
  func isLeftAlone(_ text: String) throws {
    #expect(try read(text).statements.filter { !$0.checks.isEmpty }.isEmpty)
  }

  @Test("a statement may go back to what was told earlier, where a number shows that it does")
  func goesBack() throws {
    let text = """
      Agents made 47,324 apprehensions along the southwest border in December 2024.

      Fentanyl seizures fell by 19 percent between fiscal 2023 and fiscal 2024.

      A year earlier it had been 249,740.
      """
    let last = try #require(try read(text).statements.last)
    #expect(last.verdict == .holds)
    #expect(
      last.checks.map(\.statement) == [
        "check apprehensions for Southwest border in dec 2023 = 249740"
      ]
    )
    #expect(!last.isCertain && last.carried.contains("apprehensions"))
    let other = try #require(
      try read(text + " Two years earlier it had been 111,111.").statements.last
    )
    #expect(other.verdict == .notRead)
  }

  @Test("a sentence of another field is not gone on from")
  func isNotGoneOnFrom() throws {
    let text = """
      Agents made 47,324 apprehensions along the southwest border in December 2024. I had agents \
      warming up bottles. That is 81 percent fewer than a year earlier.
      """
    let last = try #require(try read(text).statements.last)
    #expect(last.verdict == .holds)
    #expect(last.carried.contains("apprehensions"))
  }

  @Test("a text without numbers and comparisons gives nothing")
  func nothing() throws {
    let text =
      "Border Patrol agents made apprehensions along the southwest border in December 2024."
    #expect(try read(text).statements.isEmpty)
  }

  @Test("questions, conditions and what is to come are not judged")
  func notJudged() throws {
    for text in [
      "Were there 47,330 apprehensions at the southwest border in December 2024?",
      "If there were 47,330 apprehensions in December 2024, we would know.",
      "Apprehensions will top 20,000 in December 2026.",
    ] {
      #expect(try read(text).statements.allSatisfy { $0.checks.isEmpty }, "\(text)")
    }
  }

  @Test("every place lies in its text, in Unicode scalars")
  func places() throws {
    let text = "“Déjà vu” — 👩‍👩‍👧 said. In December 2024 there were 47,324 apprehensions."
    let read = try read(text)
    let scalars = Array(text.unicodeScalars)
    for statement in read.statements {
      #expect(statement.range.upperBound <= scalars.count)
      let own = String(String.UnicodeScalarView(scalars[statement.range]))
      #expect(own == "In December 2024 there were 47,324 apprehensions")
    }
    #expect(read.statements.count == 1)
  }

  @Test("a page has the places of the file, and what it does not show is not read")
  func pages() throws {
    let text = """
      <html><head><style>p { width: 47,324px }</style></head><body>
      <script>var encounters = 301,981;</script>
      <p>In December 2024 there were <b>47,324</b>&nbsp;apprehensions.</p></body></html>
      """
    let read = try read(text, name: "page.html")
    #expect(read.statements.map(\.verdict) == [.holds])
    let scalars = Array(text.unicodeScalars)
    let own = read.statements.map { String(String.UnicodeScalarView(scalars[$0.range])) }
    #expect(own == ["In December 2024 there were <b>47,324</b>&nbsp;apprehensions"])
  }

  @Test("every check given is canonical: the language reads it as itself")
  func areCanonical() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    for statement in try read(Self.release).statements {
      for check in statement.checks {
        let again = try pipeline.parseCheck(check.statement)
        #expect("check \(again.spelling)" == check.statement)
        #expect(try Checker(pipeline).answer(again, as: check.statement).verdict != .noData)
      }
    }
  }

  @Test("cutting a text between paragraphs changes only what is carried over the cut")
  func cutting() throws {
    let parts = Self.release.split(separator: "\n\n").map(String.init)
    let whole = try read(Self.release).statements.map { $0.checks.map(\.statement) }
    let cut = try parts.flatMap { try read($0).statements.map { $0.checks.map(\.statement) } }
    #expect(whole == cut)
  }

  @Test("any bytes end in words")
  func anyBytes() throws {
    var dice = Dice(seed: 20)
    for _ in 0..<60 {
      let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &dice) }
      let text = String(decoding: bytes, as: UTF8.self)
      for name in ["a.txt", "a.md", "a.html"] {
        let read = try read(text, name: name)
        let count = text.unicodeScalars.count
        #expect(read.statements.allSatisfy { $0.range.upperBound <= count })
      }
    }
  }

  @Test("words of a text in any order never stop it")
  func shuffled() throws {
    var dice = Dice(seed: 7)
    var words = Self.release.split { $0 == " " || $0 == "\n" }.map(String.init)
    for _ in 0..<20 {
      words.shuffle(using: &dice)
      _ = try read(words.joined(separator: " "))
    }
  }

  @Test("the day is found where texts tell it")
  func days() throws {
    for (text, day) in [
      ("Release Date: June 4, 2024\n\nText.", "4 Jun 2024"),
      ("WASHINGTON, Jan. 14, 2025 — The agency spoke.", "14 Jan 2025"),
      ("2023-11-02 EL PASO, Texas (Wire) — The government closed the books.", "2 Nov 2023"),
      ("Updated 3/4/2025 at 5:42 p.m.\n\nText.", "4 Mar 2025"),
      ("In March 2024 it rained.", ""),
    ] {
      #expect(try read(text, day: nil).day?.label ?? "" == day, "\(text)")
    }
  }

  @Test("every format writes hostile text as text", arguments: TextFormats.all.map { $0.name })
  func hostile(_ name: String) throws {
    let text =
      "<script>\u{1B}[31m</script> In December 2024 there were 47,330 apprehensions. \u{202E}"
    let type = try #require(TextFormats.format(named: name))
    var format = type.init(style: OutputStyle())
    var output = OutputBuffer()
    format.begin(into: &output)
    format.write(try read(text), into: &output)
    format.end(into: &output)
    #expect(!output.text.isEmpty)
    #expect(!output.text.contains("\u{1B}"))
    if name == "html" { #expect(!output.text.contains("<script>")) }
  }

  @Test("the script made of a text gives the text's verdicts")
  func scripts() throws {
    let read = try read(Self.release)
    var output = OutputBuffer()
    var format = TextScript(style: OutputStyle())
    format.write(read, into: &output)
    let pipeline = Pipeline(try ShippedDatabase.open())
    let checks = output.text.split(separator: "\n").filter { $0.hasPrefix("check ") }
    let verdicts = try checks.map { line in
      let text = String(line.dropLast())
      return TextVerdict(try Checker(pipeline).answer(pipeline.parseCheck(text), as: text).verdict)
    }
    #expect(verdicts == read.statements.flatMap { $0.checks.map { TextVerdict($0.verdict) } })
  }
}
