import Catalog
import Importing

/// The days that a workbook speaks of, by the sheets on which it does.
struct SpokenDates {
  var all: [NamePattern: [SpokenDate]] = [:]
  /// The sheets that tell the last day of the whole workbook.
  private let usual: NamePattern?

  init(usual: NamePattern? = nil) { self.usual = usual }

  /// The last day of the whole workbook.
  func day(for place: FileFormat.LastDay) -> Day? { day(on: place.sheets, after: place.dayAfter) }

  /// That of a part.
  func day(for place: FileFormat.OwnDay) -> Day? {
    (place.sheets ?? usual).flatMap { day(on: $0, after: place.dayAfter) }
  }

  private func day(on sheets: NamePattern, after words: NamePattern) -> Day? {
    all[sheets]?.first { words.matches($0.before) }?.day
  }
}
