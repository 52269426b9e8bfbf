import Foundation
import TestSupport

/// The catalog of the seed, read without the program.
final class Catalogue {
  struct Measure {
    let id: String
    let name: String
    let kind: String
    let formula: String
  }

  struct Dimension {
    let id: String
    let name: String
    let parent: String
    /// Ids and names of the values; a value is known by its place.
    var members: [String] = []
    var names: [String] = []
    /// The place of each value's parent in the parent dimension.
    var parents: [Int?] = []
    var places: [String: Int] = [:]
  }

  /// That of the thread that asks.
  static var shared: Result<Catalogue, any Error> { Result { try ofThread.get() } }
  private static let ofThread = PerThread("Catalogue") { try Catalogue() }

  private(set) var measures: [String: Measure] = [:]
  private(set) var dimensions: [String: Dimension] = [:]
  private(set) var groups: [(dimension: String, name: String, members: Set<Int>)] = []
  /// The first and the last month in which a measure could be counted.
  private(set) var existence: [String: Months] = [:]
  /// The same of single values.
  private(set) var existenceOfValues: [(dimension: String, value: Int, months: Months)] = []
  private(set) var tables: [PublishedTable] = []
  private(set) var series: [String: [Series]] = [:]
  private(set) var superseded: [String: [Series]] = [:]
  /// How many things a spelling names.
  private(set) var spellings: [String: Int] = [:]

  static let seed = ShippedDatabase.repository + "/seed/"

  private init() throws {
    try readMeasures()
    try readMembers()
    try readExistence()
    try readTables()
  }

  private static func records(_ name: String) throws -> [CommaSeparated.Row] {
    try CommaSeparated(contentsOf: seed + "catalog/" + name + ".csv").rows
  }

  private func readMeasures() throws {
    for row in try Self.records("measures") {
      let measure = Measure(
        id: row["id"],
        name: row["name"],
        kind: row["kind"],
        formula: row["formula"]
      )
      measures[measure.id] = measure
      for spelling in [row["name"], row["id"]] + row["aliases"].list { count(spelling) }
    }
    for row in try Self.records("phrases") { count(row["phrase"]) }
  }

  private func readExistence() throws {
    for row in try Self.records("existence") {
      let first = row["from"].isEmpty ? 0 : FiscalCalendar.month(row["from"])
      let months = first...(row["to"].isEmpty ? 9999 * 12 : FiscalCalendar.month(row["to"]))
      guard row["measure"].isEmpty else {
        existence[row["measure"]] = months
        continue
      }
      for (dimension, member) in row["value"].list.map(\.pair) {
        existenceOfValues.append((dimension, place(member, in: dimension), months))
      }
    }
  }

  /// Whether a value was there in some months.
  func exists(_ value: Int, of dimension: String, in months: Months) -> Bool {
    existenceOfValues.allSatisfy {
      $0.dimension != dimension || $0.value != value || $0.months.overlaps(months)
    }
  }

  private func readMembers() throws {
    for row in try Self.records("dimensions") {
      dimensions[row["id"]] = Dimension(
        id: row["id"],
        name: row["name"],
        parent: row["parent"]
      )
      count(row["name"])
    }
    let rows = try Self.records("members")
    for row in rows {
      let id = row["dimension"]
      let place = dimension(id).members.count
      dimensions[id]?.places[row["id"]] = place
      dimensions[id]?.members.append(row["id"])
      dimensions[id]?.names.append(row["name"])
      for spelling in Set([row["name"], row["id"]] + row["aliases"].list) { count(spelling) }
    }
    for row in rows {
      let dimension = dimension(row["dimension"])
      let parent = self.dimension(dimension.parent).places[row["parent"]]
      dimensions[dimension.id]?.parents.append(parent)
    }
    for row in try Self.records("groups") {
      let places = dimension(row["dimension"]).places
      groups.append(
        (row["dimension"], row["name"], Set(row["members"].list.compactMap { places[$0] }))
      )
      for spelling in Set([row["name"], row["id"]] + row["aliases"].list) { count(spelling) }
    }
  }

  private func readTables() throws {
    var published: [String: String] = [:]
    var secondary: Set<String> = []
    for row in try Self.records("sources") {
      published[row["id"]] = row["published"]
      if row["trust"] == "secondary" { secondary.insert(row["id"]) }
    }
    let folder = Self.seed + "datasets"
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      files[URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent] =
        folder + "/" + path
    }
    for row in try Self.records("datasets") {
      let places = dimensions.mapValues(\.places)
      tables.append(
        PublishedTable(
          row,
          file: files[row["id"]] ?? "",
          published: published[row["source"]] ?? "",
          isSecondary: secondary.contains(row["source"]),
          places: places
        )
      )
    }
    for release in Dictionary(grouping: tables, by: \.source).values {
      let reach = release.map(\.end).max() ?? 0
      for table in release { table.reach = reach }
    }
    for (name, pieces) in Dictionary(grouping: tables, by: \.seriesKey) {
      let parts = Series(name: name, pieces: pieces.sorted { $0.id < $1.id })
      for measure in parts.measures {
        if parts.isCurrent {
          series[measure, default: []].append(parts)
        } else {
          superseded[measure, default: []].append(parts)
        }
      }
    }
  }

  private func count(_ spelling: String) { spellings[spelling.lowercased(), default: 0] += 1 }

  func dimension(_ id: String) -> Dimension {
    dimensions[id] ?? Dimension(id: id, name: id, parent: "")
  }

  func measure(_ id: String) -> Measure {
    measures[id] ?? Measure(id: id, name: id, kind: "", formula: "")
  }

  func name(_ member: Int, of dimension: String) -> String {
    self.dimension(dimension).names[member]
  }

  func place(_ member: String, in dimension: String) -> Int {
    self.dimension(dimension).places[member] ?? 0
  }

  /// The finer dimension that rolls up to this one.
  func finer(than dimension: String) -> [String] {
    dimensions.values.filter { $0.parent == dimension }.map(\.id).sorted()
  }

  /// Whether a value means what is not kept apart.
  func isRest(_ member: Int, of dimension: String) -> Bool {
    ["other", "unknown"].contains(self.dimension(dimension).members[member])
  }

  /// What every current table of a measure is limited to.
  func sharedScope(of measure: String) -> [String: Int] {
    let all = series[measure] ?? []
    guard let first = all.first else { return [:] }
    return first.scope.filter { pair in all.allSatisfy { $0.scope[pair.key] == pair.value } }
  }
}
