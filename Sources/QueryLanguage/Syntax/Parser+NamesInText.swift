import Catalog

extension Parser {
  /// The measures that the line names, in order, without values that are spelled like one.
  var countedNames: [Name] {
    var names: [Name] = []
    var ahead = self
    ahead.position = 0
    while !ahead.isAtEnd {
      if let counted = ahead.lookAhead({ $0.measureName() }),
        counted.after.position >= ahead.lookAhead({ $0.keptName() })?.after.position ?? 0
      {
        names.append(counted.value)
        ahead = counted.after
      } else if let kept = ahead.lookAhead({ $0.keptName() }) {
        ahead = kept.after
      } else {
        ahead.advance()
      }
    }
    return names
  }

  /// A measure, or a phrase that means one.
  fileprivate mutating func measureName() -> Name? {
    guard let name = name(.measures), name.matches.first?.isPhraseOfValue(in: catalog) == false
    else { return nil }
    return name
  }

  /// A value, or a phrase that means one.
  mutating func keptName() -> Name? {
    guard let name = name(.values) else { return nil }
    let isKept = name.matches.contains { match in
      switch match.kind {
      case .member, .group: true
      case .phrase: match.isPhraseOfValue(in: catalog)
      case .measure, .dimension, .notHeld, .word, .event, .administration: false
      }
    }
    return isKept ? name : nil
  }
}
