import Foundation
import Store
import TestSupport
import Testing

@Suite("A data file is refused where it breaks a rule")
struct DataRefusalTests {
  @Test("in its figures and members", arguments: cells)
  func refusesCell(_ slip: Slip) throws { try slip.check() }

  @Test("in its time", arguments: times)
  func refusesTime(_ slip: Slip) throws { try slip.check() }

  @Test("in its writing", arguments: writing)
  func refusesWriting(_ slip: Slip) throws { try slip.check() }

  @Test("in documents", arguments: documents)
  func refusesDocument(_ slip: Slip) throws { try slip.check() }

  @Test("bytes that are not UTF-8 are refused where they are")
  func refusesLatin1() throws {
    let file = "datasets/a/by-country.csv"
    let flaw = "bytes that are not UTF-8 (save the file as UTF-8)"
    try expectError("\(file):3: column citizenship: \(flaw)") { folder in
      let text = (TinySeed().files[file] ?? "").replacing("venezuela", with: "venezuél")
      try folder.write(text.data(using: .isoLatin1) ?? Data(), to: file)
    }
  }

  @Test("a byte order mark is refused")
  func refusesByteOrderMark() throws {
    let file = "datasets/staff.csv"
    try expectError("\(file):1: a byte order mark") { folder in
      let text = "\u{feff}" + (TinySeed().files[file] ?? "")
      try folder.write(Data(text.utf8), to: file)
    }
  }

  @Test("a dataset without a file is refused")
  func refusesMissingFile() throws {
    try expectError("catalog/datasets.csv:5: column id: no file `staff.csv` below datasets/") {
      try FileManager.default.removeItem(atPath: $0.path + "/datasets/staff.csv")
    }
  }

  @Test("two files of one dataset are refused")
  func refusesSecondFile() throws {
    let error = "datasets/staff.csv: a second file of the dataset, beside datasets/a/staff.csv"
    try expectError(error) { try $0.write(Data(), to: "datasets/a/staff.csv") }
  }

  @Test("a missing catalog file is named")
  func refusesMissingCatalog() throws {
    try expectError("catalog/events.csv: cannot be read: No such file or directory") {
      try FileManager.default.removeItem(atPath: $0.path + "/catalog/events.csv")
    }
  }

  @Test("a folder in the place of a file is named")
  func refusesFolder() throws {
    try expectError("catalog/events.csv: cannot be read: Is a directory") {
      let path = $0.path + "/catalog/events.csv"
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }
  }

  @Test("the length of a file may be anything", arguments: ["", "date,border_patrol_agents\n"])
  func refusesNoRows(_ content: String) throws {
    let what =
      content.isEmpty
      ? "the file is empty; expected the header `date,border_patrol_agents`"
      : "the table has no rows"
    try expectError("datasets/staff.csv:1: \(what)") {
      try $0.write(Data(content.utf8), to: "datasets/staff.csv")
    }
  }

  /// Builds the seed after a change to its folder and compares the error, its paths without the folder.
  private func expectError(_ text: String, after change: (TemporaryFolder) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try TinySeed().write(to: folder)
    try change(folder)
    let error = #expect(throws: (any Error).self) {
      try DatabaseBuilder(seed: folder.path, schema: schemaPath)
        .build(to: folder.path + "/tally.db") { _ in }
    }
    let description = error.map { "\($0)" } ?? ""
    #expect(description.replacingOccurrences(of: folder.path + "/", with: "") == text)
  }
}

private let cells = Slip.all(
  in: """
    datasets/a/by-country.csv
    - ofo,venezuela
    + ofo,venezuala
    = datasets/a/by-country.csv:3: column citizenship: no member `venezuala` in dimension citizenship (nearest: venezuela)
    datasets/a/by-country.csv
    - ofo,venezuela
    + ofo,
    = datasets/a/by-country.csv:3: column citizenship: no member `` in dimension citizenship
    datasets/a/by-country.csv
    - month,component
    + month,componnent
    = datasets/a/by-country.csv:1: column componnent: expected `component` as column 2 of the header (nearest: component)
    datasets/a/by-country.csv
    - encounters,gotaways
    + gotaways,encounters
    = datasets/a/by-country.csv:1: column gotaways: expected `encounters` as column 4 of the header (nearest: gotaways)
    datasets/a/by-country.csv
    - mexico,1,9
    + mexico,1,9,8
    = datasets/a/by-country.csv:7: 6 cells, but the header has 5
    datasets/a/by-country.csv
    - mexico,1,9
    + mexico,1
    = datasets/a/by-country.csv:7: 4 cells, but the header has 5
    datasets/a/by-country.csv
    - mexico,1,9
    + mexico,1_0,9
    = datasets/a/by-country.csv:7: column encounters: `1_0` is not a plain number (12345, empty, or D for withheld)
    datasets/a/by-country.csv
    - mexico,1,9
    + mexico,+1,9
    = datasets/a/by-country.csv:7: column encounters: `+1` is not a plain number (12345, empty, or D for withheld)
    datasets/a/by-country.csv
    - mexico,1,9
    + mexico,d,9
    = datasets/a/by-country.csv:7: column encounters: `d` is not a plain number (12345, empty, or D for withheld)
    datasets/a/by-country.csv
    - mexico,1,9
    + mexico,1.5,9
    = datasets/a/by-country.csv:7: column encounters: `1.5` has more than 0 decimals (see `decimals` in measures.csv)
    datasets/weighed.csv
    - 0.125
    + 0.1250
    = datasets/weighed.csv:3: column drug_seizures: `0.1250` has more than 3 decimals (see `decimals` in measures.csv)
    datasets/weighed.csv
    - 0.125
    + .5
    = datasets/weighed.csv:3: column drug_seizures: `.5` is not a plain number (12345, empty, or D for withheld)
    datasets/weighed.csv
    - 0.125
    + 9223372036854776
    = datasets/weighed.csv:3: column drug_seizures: `9223372036854776` is too large for 64 bits
    datasets/a/b/by-year.csv
    - 2020,110
    + 2020,9223372036854775807
    = datasets/a/b/by-year.csv:3: column encounters: the figures add up to more than 64 bits hold
    datasets/stated.csv
    - more_than
    + morethan
    = datasets/stated.csv:2: column qualifier: `morethan` is not one of exact, more_than, at_least, nearly, about, up_to, vague (nearest: more_than)
    datasets/a/by-country.csv
    - 2020-02,usbp,other,70,5
    + 2020-02,ofo,mexico,70,5
    = datasets/a/by-country.csv:5: has the same time and members as line 4
    """
)

private let times = Slip.all(
  in: """
    datasets/a/b/by-year.csv
    - 2019,100
    + 2019,100⏎2019,100
    = datasets/a/b/by-year.csv:3: has the same time and members as line 2
    datasets/a/by-country.csv
    - 2020-04,
    + 2020-4,
    = datasets/a/by-country.csv:6: column month: `2020-4` is not a period like 2024-05
    datasets/a/by-country.csv
    - 2020-04,
    + 2020-00,
    = datasets/a/by-country.csv:6: column month: `2020-00` is not a period like 2024-05
    datasets/a/by-country.csv
    - 2020-04,
    + 2020-01,
    = datasets/a/by-country.csv:6: column month: the rows are not sorted by time
    datasets/a/by-country.csv
    - 2020-05,
    + 2020-06,
    = datasets/a/by-country.csv:7: column month: lies after 2020-05, where the table ends
    datasets/staff.csv
    - 2020-01-31
    + 2020-01-30
    = datasets/staff.csv:2: column date: lies before 2020-01-31, where the table begins
    datasets/staff.csv
    - 2020-02-29
    + 2020-02-30
    = datasets/staff.csv:3: column date: `2020-02-30` is not a period like 2024-05-12
    datasets/stated.csv
    - 2021,
    + 20210,
    = datasets/stated.csv:3: column cy: `20210` is not a period like 2024
    datasets/counts.csv
    - 2020-01-21,2020-03-31
    + 2020-01-20,2020-03-31
    = datasets/counts.csv:4: the span overlaps the one of line 2
    datasets/counts.csv
    - 2020-01-20,usbp
    + 2020-01-19,usbp
    = datasets/counts.csv:3: column end: another row has this start and another end
    datasets/counts.csv
    - 2020-01-21,2020-03-31
    + 2020-01-21,2020-01-20
    = datasets/counts.csv:4: column end: the span ends before it starts
    datasets/counts.csv
    - 2020-03-31
    + 2020-04-01
    = datasets/counts.csv:4: column end: lies after 2020-03-31, where the table ends
    """
)

private let writing = Slip.all(
  in: """
    datasets/a/by-country.csv
    - 2020-02,usbp
    + 2020-02,"usbp
    = datasets/a/by-country.csv:5: column component: a quote is opened and not closed
    datasets/a/by-country.csv
    - 2020-02,usbp
    + 2020-02,us"bp
    = datasets/a/by-country.csv:5: column component: a quote inside a cell that does not begin with one
    datasets/a/by-country.csv
    - 2020-02,usbp
    + 2020-02,"us"bp
    = datasets/a/by-country.csv:5: column component: text after a closing quote
    datasets/a/by-country.csv
    - other,70,5⏎
    + other,70,5␍⏎
    = datasets/a/by-country.csv:5: column gotaways: a carriage return; lines end with a line feed alone
    datasets/a/by-country.csv
    - other,70
    + other,7␀0
    = datasets/a/by-country.csv:5: column encounters: a NUL byte (is it a text file?)
    catalog/sources.csv
    - Says
    + Says␉
    = catalog/sources.csv:3: column note: a control character (0x9)
    """
)

private let documents = Slip.all(
  in: """
    documents/documents.csv
    - 2021-02-03
    +
    = documents/documents.csv:2: column published: `` is not a date (2024-05-12, 2024-05 or 2024)
    documents/figures.csv
    - few,sheet-2021
    + few,sheet-2020
    = documents/figures.csv:3: column document: no document `sheet-2020` (nearest: sheet-2021)
    documents/figures.csv
    - sheet-2021,3,encounters
    + sheet-2021,3,encounter
    = documents/figures.csv:2: column measure: no measure `encounter` (nearest: encounters)
    documents/figures.csv
    - sheet-2021,3,encounters
    + sheet-2021,0,encounters
    = documents/figures.csv:2: column line: `0` is not a whole number from 1 to 1000000
    documents/figures.csv
    - people,100,
    + people,1e2,
    = documents/figures.csv:2: column low: `1e2` is not a plain number
    documents/figures.csv
    - more_than,flow
    + over,flow
    = documents/figures.csv:2: column qualifier: `over` is not one of exact, more_than, at_least, nearly, about, up_to, vague
    documents/figures.csv
    - citizenship=mexico
    + citizenship=cuba
    = documents/figures.csv:2: column filters: no member `cuba` in dimension citizenship
    documents/figures.csv
    - paraphrase_of:few
    + paraphrase_of:fev
    = documents/figures.csv:2: column status: no figure `fev` (nearest: few)
    documents/claims.csv
    - many; few
    + many; fewer
    = documents/claims.csv:2: column figures: no figure `fewer`
    documents/claims.csv
    - highest_since
    + highest
    = documents/claims.csv:2: column kind: `highest` is not one of highest_since, lowest_since, change, ratio, share, first_since, rank, target, overlap
    documents/readings.csv
    - encounters; apprehensions
    + encounters
    = documents/readings.csv:2: column means: one measure leaves nothing open
    documents/readings.csv
    - ,met,
    + ,,
    = documents/readings.csv:2: column said: a verb has a word
    documents/readings.csv
    - component=usbp
    + component=cbp
    = documents/readings.csv:3: column means: no member `cbp` in dimension component
    documents/readings.csv
    - place,,
    + place,there,
    = documents/readings.csv:3: column said: a place is what is not said
    documents/programs.csv
    - encounters,many,sheet-2021
    + staff,many,sheet-2021
    = documents/programs.csv:2: column measures: no measure `staff`
    documents/programs.csv
    - encounters,many,sheet-2021
    + encounters,meny,sheet-2021
    = documents/programs.csv:2: column figures: no figure `meny` (nearest: many)
    documents/programs.csv
    - encounters,many,sheet-2021
    + encounters,many,sheet
    = documents/programs.csv:2: column documents: no document `sheet`
    documents/rules.csv
    - fence,30
    + fense,30
    = documents/rules.csv:2: column program: no program `fense` (nearest: fence)
    documents/rules.csv
    - at_least
    + atleast
    = documents/rules.csv:2: column direction: `atleast` is not one of at_most, at_least, less_than, more_than, equals, between, from (nearest: at_least)
    """
)
