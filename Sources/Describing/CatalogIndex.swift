package import Asking
package import Catalog
import Diagnostics
import Results
import Store

/// Everything that `show` and `describe` list, read as needed and cached for one statement.
package final class CatalogIndex {
  private let pipeline: Pipeline
  private var stored: StoredCatalog { pipeline.catalog }
  package var catalog: any CatalogReader { pipeline.catalog }

  private(set) lazy var measures = stored.measures()
  private(set) lazy var dimensions = stored.dimensions()
  private(set) lazy var groups = stored.groups()
  private(set) lazy var datasets = stored.datasets()
  private(set) lazy var coverages = stored.coverages()
  private(set) lazy var sources = stored.sources()
  private(set) lazy var documents = stored.documents()
  private(set) lazy var figures = stored.statedFigures()
  private(set) lazy var claims = stored.claims()
  private(set) lazy var spokenReadings = stored.spokenReadings()
  private(set) lazy var programs = stored.programs()
  private(set) lazy var rules = stored.rules()
  private(set) lazy var events = stored.events()
  private(set) lazy var edition = stored.edition()
  private(set) lazy var notHeld = stored.notHeld()
  private(set) lazy var conflicts = stored.conflicts()
  private lazy var spellings = Dictionary(
    grouping: catalog.spellings(of: [.measures, .dimensions, .values, .notHeld]),
    by: { Thing($0.match) }
  )

  package init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
  }

  /// Whether a question can be answered unchanged.
  package func answers(_ question: String) -> Bool {
    (try? pipeline.plan(question)) != nil
  }

  /// The outcome of a target; `nil` when nothing is held of it.
  func outcome(of rule: Rule) -> CheckFigure? {
    guard !rule.outcome.isEmpty,
      let check = try? pipeline.parseCheck("check \(rule.outcome) >= \(rule.quantity)")
    else { return nil }
    return (try? pipeline.judge(pipeline.plan(check), as: rule.outcome))?.value
  }

  /// The question that is suggested where a question fails.
  func insteadOf(_ question: String) -> String? {
    do {
      _ = try pipeline.plan(question)
      return nil
    } catch {
      return (error as? Diagnostic)?.questions.first(where: answers)
    }
  }

  // MARK: Spellings

  /// Something that spellings name.
  private struct Thing: Hashable {
    let kind: NameMatch.Kind
    let id: Int

    init(_ match: NameMatch) {
      kind = match.kind
      id = match.target
    }
  }

  /// The other spellings of something, beside its name and its id.
  func aliases(_ kind: NameMatch.Kind, _ id: Int) -> [String] {
    let match = NameMatch(kind: kind, preference: 0, target: id)
    let all = spellings[Thing(match)] ?? []
    let own = all.filter { $0.match.preference == 0 }.map(\.key)
    return all.filter { $0.match.preference > 0 && !own.contains($0.key) }.map(\.text).sorted()
  }
}

// MARK: By id

extension CatalogIndex {
  func measure(_ key: String) -> Measure? { measures.first { $0.key == key } }

  func dimension(_ key: String) -> Dimension? { dimensions.first { $0.key == key } }

  func document(_ key: String) -> Document? { documents.first { $0.key == key } }

  func program(_ key: String) -> Program? { programs.first { $0.key == key } }

  func dataset(_ id: Int) -> DatasetDescription? { datasets.first { $0.dataset.id == id } }

  func dimensionNames(_ ids: [Int]) -> [String] {
    ids.compactMap { catalog.dimension($0)?.name }
  }

  /// `citizenship=venezuela; border=southwest` as "citizenship Venezuela, border Southwest".
  func words(ofFilters filters: String) -> String {
    named(filters).map { $0.value.isEmpty ? $0.dimension : "\($0.dimension) \($0.value)" }
      .joined(by: ", ")
  }

  /// The same as a clause: ` where citizenship = Venezuela and border = Southwest`.
  func condition(ofFilters filters: String) -> String {
    let tests = named(filters).map { "\($0.dimension) = \($0.value)" }
    return tests.isEmpty ? "" : " where " + tests.joined(by: " and ")
  }

  /// The dimensions and values of filters by their names.
  private func named(_ filters: String) -> [(dimension: String, value: String)] {
    filters.split(separator: ";").map { filter in
      let sides = filter.split(separator: "=").map { $0.filter { $0 != " " } }
      let value = sides.count > 1 ? sides[1] : ""
      guard let dimension = sides.first.flatMap({ self.dimension($0) }) else {
        return (sides.first ?? "", value)
      }
      let member = catalog.members(of: dimension.id).first { $0.key == value }
      return (dimension.name, member?.name ?? value)
    }
  }
}
