package import Diagnostics

/// How well a header fits a format.
package struct FormatMatch: Sendable {
  package let format: FileFormat
  /// For each column of the file the one of the format; `nil` where the format has none.
  let places: [Int?]
  /// Columns of the format that a file must have and this one lacks.
  let missing: [FileFormat.FormatColumn]

  package init(_ columns: [String], _ format: FileFormat) {
    self.format = format
    var taken: Set<Int> = []
    places = columns.map { name in
      let key = folded(name)
      let place = format.columns.indices.first { index in
        !taken.contains(index) && format.columns[index].spellings.contains(key)
      }
      if let place { taken.insert(place) }
      return place
    }
    missing = format.columns.indices.filter {
      format.columns[$0].isRequired && !taken.contains($0)
    }.map { format.columns[$0] }
  }

  /// Whether the header has all required columns of the format and no others.
  package var isWhole: Bool { missing.isEmpty && places.allSatisfy { $0 != nil } }

  /// What each column of the file holds.
  package var meanings: [FileFormat.Meaning] {
    places.map { place in place.map { format.columns[$0].meaning } ?? .ignored }
  }

  /// The number of matching columns minus those that do not match.
  private var likeness: Int {
    places.count { $0 != nil } - places.count { $0 == nil } - missing.count
  }

  /// The format whose header is most similar to that of a file, where more columns match than not.
  package static func nearest(to columns: [String], among formats: [FileFormat]) -> FormatMatch? {
    let matches = formats.map { FormatMatch(columns, $0) }
    return matches.max { $0.likeness < $1.likeness }.flatMap { $0.likeness > 0 ? $0 : nil }
  }

  /// What writes the file with another name of a column in its header.
  private static func renaming(_ name: String, _ other: String, in path: String) -> String {
    let special = "\\.*[]^$/&"
    let plain = { (text: String) in
      text.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
    }
    return "sed \("1,40s/\(plain(name))/\(plain(other))/".asShellWord) \(path.asShellWord)"
  }

  /// Why a file that looks like this format is not read as one: the column that is unknown, or the
  /// one that is missing.
  package func mistake(in columns: [String], of path: String) -> FileMistake {
    let names = missing.map(\.name)
    guard let index = places.firstIndex(where: { $0 == nil }) else {
      return FileMistake(
        path,
        line: 1,
        "looks like \(format.name), but for the column \(names.map { "`\($0)`" }.joined(separator: ", ")), which is missing",
        hint: "--measure and --by read it as any other table",
        try: [.showingBeginning]
      )
    }
    let name = columns[index]
    let unused = format.columns.indices.filter { !places.contains($0) }.map {
      format.columns[$0].name
    }
    // If just one column is missing and just one is unknown, the unknown one must be the missing
    // one.
    let nearest =
      closestMatch(to: name, among: unused)
      ?? (names.count == 1 && places.count { $0 == nil } == 1 ? names[0] : nil)
    return FileMistake(
      path,
      line: 1,
      column: .init(name: name, number: index + 1),
      "is not a column of \(format.name); the rest of the header matches",
      hint: nearest.map { "nearest: \($0)" }
        ?? (unused.isEmpty ? nil : "it has " + unused.joined(separator: ", ")),
      try: nearest.map { [.piping(Self.renaming(name, $0, in: path))] } ?? [.showingBeginning]
    )
  }
}

extension FileFormat.FormatColumn {
  fileprivate var spellings: [String] { ([name] + aliases).map(folded) }
}

/// Case, spaces and underscores make no difference. Plurals do: a different name may mean a
/// different thing.
private func folded(_ name: String) -> String {
  name.lowercased().split { " _-".contains($0) }.joined(separator: " ")
}
