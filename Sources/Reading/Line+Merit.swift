import Catalog

extension Line {
  /// Whether a value that it keeps to can be one of a dimension, by its name.
  func namesOne(of dimension: String, _ catalog: any CatalogReader) -> Bool {
    values.contains { value in
      value.alternatives.contains { $0.dimensionName == dimension && !catalog.isGroup($0) }
    }
  }

  /// A word for the one end or the other by what is good.
  enum Merit: String {
    case best, worst
  }

  /// What more of is sought by those who count it.
  private static let sought: Set<String> = [
    "refugees", "asylum", "parole", "visas", "legal_status",
  ]

  /// The lines that a line with such a word means: of what is only counted nobody says that less of
  /// it is good, so that the best is either end. Without such a word, the line itself.
  func meant(by catalog: any CatalogReader) -> [Line] {
    guard let (merit, text) = merit else { return [self] }
    let subjects = counted.compactMap { $0.alternatives.first?.measure.subject }
    let isSought = !subjects.isEmpty && subjects.allSatisfy(Self.sought.contains)
    let highest = ranking(.most, "`\(text)` read as the highest.")
    let lowest = ranking(.least, "`\(text)` read as the lowest.")
    switch merit {
    case .worst: return [isSought ? lowest : highest]
    case .best: return isSought ? [highest] : [highest, lowest]
    }
  }

  private func ranking(_ part: SpokenWord.Part, _ note: String) -> Line {
    var line = self
    line.merit = nil
    line.asked[part] = line.asked.removeValue(forKey: .most)
    line.notes.append(note)
    return line
  }
}
