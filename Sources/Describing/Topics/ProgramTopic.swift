import Catalog
import Results

/// Systems, programs and operations that the documents name.
enum ProgramTopic: ListedTopic {
  static let name = "program"
  static let plural = "programs"
  static let summary = "systems, programs and operations, and whether figures are held of them"

  /// How much of a program the figures cover.
  enum State: String {
    case figures = "figures held"
    case statements = "statements only"
    case nothing = "nothing published"
  }

  static func state(of program: Program) -> State {
    if !program.measures.isEmpty { return .figures }
    return program.figures.isEmpty ? .nothing : .statements
  }

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    Listing(
      columns: [
        .text("program", nil, .atLeast(20)), .text("kind"), .text("from", nil, .whole),
        .text("to", nil, .whole),
        .text("state", nil, .whole), .text("id", nil, .none), .text("status", nil, .none),
        .text("description", nil, .none),
      ],
      rows: catalogIndex.programs.map { row($0, catalogIndex) }
    )
  }

  private static func row(_ program: Program, _ catalogIndex: CatalogIndex) -> ListedRow {
    let measures = program.measures + catalogIndex.measures(ofFigures: program.figures)
    return ListedRow(
      cells: [
        Cell(program.name), Cell(program.kind), Cell(date: program.from), Cell(date: program.to),
        Cell(state(of: program).rawValue), Cell(program.key), Cell(program.status),
        Cell(program.description),
      ],
      words: program.aliases + [program.note] + measures.flatMap(catalogIndex.words(ofMeasure:)),
      measures: catalogIndex.ids(ofMeasures: measures)
    )
  }

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    catalogIndex.programs.filter { name.isOne(of: [$0.key, $0.name] + $0.aliases) }.map { program in
      ProgramPage(program, catalogIndex).description
    }
  }

  static func names(in catalogIndex: CatalogIndex) -> [String] {
    catalogIndex.programs.flatMap { [$0.name] + $0.aliases }
  }
}
