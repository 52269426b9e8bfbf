import Catalog
import Importing
import Testing

@testable import FileImport

/// What is declared of a file is kept for the next one with its header.
@Suite("Stored options of imports")
struct StoredOptionTests {
  /// With another value than usual in every property.
  private static var full: ImportRequest {
    var request = ImportRequest(today: "2026-11-22")
    request.measures = [.init("removals=Count"), .init("returns")]
    request.countsRows = true
    request.breakdowns = [.init("citizenship=Country"), .init("fy")]
    request.across = "fy,sex"
    request.leftOut = [.init("Country=Total"), .init("=")]
    request.layout = TableLayout(skipped: 3, headerRows: 2, delimiter: UInt8(ascii: "|"))
    request.encoding = TextEncoding("windows-1252")
    request.dates = DateNotation("d/m/y")
    request.words = CellWords(missing: ["NA", "a\tb\\n"], withheld: ["<11"])
    request.notation.hasDecimalComma = true
    for mark in ["[a]", "*", " ", "\r\n"] { request.notation.add(mark: mark) }
    request.rounding = 10
    request.scope = [.init("border=southwest")]
    request.newMeasures = ["stops here:events:flow:2"]
    request.newDimensions = ["color"]
    request.source = "Me: a \"title\"\nof two lines"
    request.url = "https://example.org"
    request.name = "mine"
    request.isPartial = true
    request.isPreferred = true
    request.isDryRun = true
    request.style = .json
    request.sheet = "Sheet"
    request.until = "2026-01-31"
    request.published = "2026-02"
    request.map = "map.csv"
    request.addsValues = true
    request.fields = ["fy"]
    request.question = "removals by fy"
    return request
  }

  /// What is said of one file, and not of the next.
  private static let ofOneFile: Set = [
    "isDryRun", "style", "sheet", "until", "published", "map", "addsValues", "fields", "question",
    "today",
  ]

  /// What a property holds; of words only these, and not what is made of them.
  private static func text(_ value: Any) -> String {
    (value as? CellWords).map { "\($0.missing) \($0.withheld)" } ?? "\(value)"
  }

  @Test("every option comes back as it was stored, or is one of a single file")
  func everyOptionComesBack() {
    let stored = ImportDeclaration(Self.full).text
    let again = ImportDeclaration(stored: stored, ImportRequest(today: "2026-11-22")).request
    let plain = Mirror(reflecting: ImportRequest(today: "2026-11-22")).children
    let (wanted, found) = (Mirror(reflecting: Self.full), Mirror(reflecting: again))
    for ((full, own), usual) in zip(zip(wanted.children, found.children), plain) {
      let name = full.label ?? ""
      if Self.ofOneFile.contains(name) {
        #expect(Self.text(own.value) == Self.text(usual.value), "\(name)")
      } else {
        #expect(Self.text(own.value) == Self.text(full.value), "\(name)")
        #expect(Self.text(full.value) != Self.text(usual.value), "\(name) is as usual in this test")
      }
    }
    #expect(Set(StoredOption.all.map(\.name)).count == StoredOption.all.count)
  }

  @Test("what is said now goes before what was stored")
  func whatIsSaidNow() {
    let stored = ImportDeclaration(Self.full).text
    var now = ImportRequest(today: "2026-11-22")
    now.source = "Another"
    now.rounding = 100
    now.layout.skipped = 1
    now.scope = [.init("border=southwest")]
    let both = ImportDeclaration(stored: stored, now).request
    #expect(both.source == "Another" && both.rounding == 100 && both.layout.skipped == 1)
    #expect(both.scope == now.scope && both.name == "mine")
  }
}
