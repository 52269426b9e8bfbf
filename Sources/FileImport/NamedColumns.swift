import Catalog
import Diagnostics
import Importing

/// The columns of a file by the names that options give them.
struct NamedColumns {
  let names: [String]
  let file: SourceFile

  init(_ names: [String], of file: SourceFile) {
    self.names = names
    self.file = file
  }

  /// The column with a name: exactly as written, otherwise ignoring case and spaces.
  func place(of name: String) throws -> Int {
    if let place = try only(names.indices.filter { names[$0] == name }) { return place }
    let key = Spelling.key(of: name)
    if let place = try only(names.indices.filter { Spelling.key(of: names[$0]) == key }) {
      return place
    }
    if let place = place(among: name) { return place }
    throw MissingColumn(path: file.path, name: name, names: names, list: list)
  }

  /// The second of the columns of a name, for `Count (2)`.
  private func place(among text: String) -> Int? {
    guard let own = NameWithPlace(text) else { return nil }
    let key = Spelling.key(of: own.name)
    let places = names.indices.filter { Spelling.key(of: names[$0]) == key }
    return places.count >= own.place ? places[own.place - 1] : nil
  }

  /// The column named like a measure: by the name that was typed, or by another name of the
  /// measure.
  func place(
    like name: String,
    _ measure: Measure,
    _ catalog: any CatalogReader
  ) throws -> Int? {
    let key = Spelling.key(of: name)
    return try only(names.indices.filter { names[$0] == name })
      ?? only(names.indices.filter { Spelling.key(of: names[$0]) == key })
      ?? only(
        names.indices.filter { place in
          catalog.matches(key: Spelling.key(of: names[place])).contains {
            $0.kind == .measure && $0.target == measure.id
          }
        }
      )
  }

  /// Whether rows are broken down by every column, so that none is left for figures.
  func haveNoneBeside(_ breakdowns: [ImportRequest.Assignment]) throws -> Bool {
    let places = try breakdowns.map { try place(of: $0.column ?? $0.name) }
    return names.indices.allSatisfy(places.contains)
  }

  /// The only one of some places. Throws where several columns have the name, since any of them may
  /// be meant.
  private func only(_ places: [Int]) throws -> Int? {
    guard places.count > 1 else { return places.first }
    let numbers = places.map { "\($0 + 1)" }.joined(by: " and ")
    throw ImportMistake(
      "\(file.path): \(places.count == 2 ? "two" : "\(places.count)") columns are called `\(names[places[0]])`: \(numbers)",
      hint: "`\(names[places[0]]) (2)` is the second",
      try: (1...2).map { .naming(column: names[places[0]], "\(names[places[0]]) (\($0))") }
    )
  }

  /// The names for a message, cut where there are many.
  var list: String {
    let more = names.count > Self.mostListed ? ", and \(names.count - Self.mostListed) more" : ""
    return names.prefix(Self.mostListed).map { $0 }.joined(by: ", ") + more
  }

  private static let mostListed = 40

  func usedTwice(_ place: Int) -> ImportMistake {
    ImportMistake(
      "\(file.path): column `\(names[place])` is used twice",
      try: [.leavingOut(column: names[place])]
    )
  }
}
