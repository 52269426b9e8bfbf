/// Texts of a file that do not name exactly one known value. There may be a million, so that only
/// their places are kept.
package struct UnknownTexts: RandomAccessCollection {
  /// A text, with the places at which it comes first.
  package struct Element {
    package let key: Int
    /// Its number among the texts of the key.
    package let place: Int
    package let text: String
    package let line: Int
    /// Dimension ids that it could be of.
    package let dimensions: [Int]
    /// Whether it names several values.
    package let isAmbiguous: Bool
  }

  private struct Place {
    let number: UInt32
    let key: UInt8
    let isAmbiguous: Bool
  }

  private let counted: CountedTable
  /// By key.
  private let dimensions: [[Int]]
  private var places: [Place] = []

  init(of counted: CountedTable, _ reading: FileReading) {
    self.counted = counted
    dimensions = reading.keys.map { meaning in
      if case .dimensions(let own) = meaning { own } else { [] }
    }
  }

  mutating func append(_ key: Int, _ place: Int, isAmbiguous: Bool) {
    places.append(Place(number: UInt32(place), key: UInt8(key), isAmbiguous: isAmbiguous))
  }

  /// Brings them into the order of the keys, and of the file.
  mutating func sort() {
    let lines = counted.lines
    places.sort {
      ($0.key, lines[Int($0.key)][Int($0.number)]) < ($1.key, lines[Int($1.key)][Int($1.number)])
    }
  }

  /// Those that fulfil a condition.
  package func filtered(_ isIncluded: (Element) -> Bool) -> UnknownTexts {
    var kept = self
    kept.places.removeAll { !isIncluded(element($0)) }
    return kept
  }

  /// The first ones in the order of the file, whichever their keys.
  package func first(_ count: Int) -> [Element] {
    places.sorted { line(of: $0) < line(of: $1) }.prefix(count).map(element)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { places.count }
  package subscript(index: Int) -> Element { element(places[index]) }

  private func line(of place: Place) -> Int { counted.lines[Int(place.key)][Int(place.number)] }

  private func element(_ place: Place) -> Element {
    let (key, number) = (Int(place.key), Int(place.number))
    return Element(
      key: key,
      place: number,
      text: counted.texts[key][number],
      line: counted.lines[key][number],
      dimensions: dimensions[key],
      isAmbiguous: place.isAmbiguous
    )
  }
}
