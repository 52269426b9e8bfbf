import Catalog
import QueryLanguage

/// A line in which every word has one meaning.
struct Choice {
  let line: Line
  /// What is counted, in order.
  let counted: [Mention.Counted]
  /// What each value of the line is, in order.
  let values: [Mention.Value]
  let catalog: any CatalogReader

  /// The same with another line, of which each word means the same.
  func with(_ line: Line) -> Choice {
    Choice(line: line, counted: counted, values: values, catalog: catalog)
  }

  var notes: [String] {
    var notes = line.notes
    for note in counted.map(\.note) + values.map(\.note)
    where !note.isEmpty && !notes.contains(note) {
      notes.append(note)
    }
    return notes + periodsAfterNewest + recordOfYears
  }

  /// Whether values that are joined are of one dimension: `tucson or el paso` are two sectors.
  var hasJoinedValuesAlike: Bool {
    zip(line.values, values).dropFirst().enumerated().allSatisfy { index, pair in
      !pair.0.isJoined || pair.1.dimension == values[index].dimension
    }
  }

  /// Everything that is kept, with what the measures keep themselves. A word that is part of the
  /// name of what is counted adds nothing: `ice` beside `ICE removals`.
  var kept: [Mention.Value] { counted.flatMap(\.values) + ownValues }

  /// The values that the line names besides what is counted.
  var ownValues: [Mention.Value] { namedValues.map(\.value) }

  /// The same, each as the line has it and as it is meant.
  var namedValues: [(own: Line.Value, value: Mention.Value)] {
    zip(line.values, values).map { (own: $0, value: $1) }
      .filter { !isInName($0.own.text) && !isInName($0.value.name) }
  }

  /// Whether it keeps to offices or is broken down by them.
  var isByOffices: Bool {
    let names = kept.map(\.dimensionName) + line.keys + line.looseKeys.map(\.key)
    let offices = ["sector", "field_office"]
    return names.contains { name in
      catalog.matches(key: Spelling.key(of: name)).contains { match in
        match.kind == .dimension
          && catalog.dimension(match.target).map { offices.contains($0.key) } ?? false
      }
    }
  }

  func isInName(_ text: String) -> Bool {
    counted.contains { own in
      let words = own.measure.name.split(separator: " ").map { Spelling.key(of: String($0)) }
      return text.split(separator: " ").allSatisfy { word in
        words.contains(Spelling.key(of: String(word)))
          || catalog.words(named: String(word)).contains { [.each, .origin].contains($0.part) }
      }
    }
  }
}
