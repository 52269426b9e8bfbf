import Catalog
import Diagnostics
import QueryLanguage

extension Reader {
  /// What one of several sentences asks, where the others only lead to it: what they say is told as
  /// not read. Where they name something that it does not, the line is not read, and the sentence
  /// is offered. `nil` where not exactly one of them asks.
  func sentence(of line: String) -> Readings? {
    let sentences = SpokenSentences(line, catalog).all
    guard (2...Self.most).contains(sentences.count) else { return nil }
    var asked: (place: Int, found: [Reading])?
    for (place, text) in sentences.enumerated() {
      guard case .questions(let found) = readings(ofWhole: text), !answered(found).isEmpty else {
        continue
      }
      guard asked == nil else { return nil }
      asked = (place, found)
    }
    guard let asked else { return nil }
    var others = sentences
    let own = named(in: others.remove(at: asked.place))
    let beside = others.flatMap { named(in: $0) }.filter { other in
      !own.contains { $0.names(sameAs: other) }
    }
    guard beside.isEmpty else {
      return .notRead(beside.map(\.text), rest: asked.found, isKnown: true)
    }
    let quoted = others.map { "`\($0)`" }.joined(by: ", ")
    return Readings.questions(asked.found).noting(["Not read: \(quoted)."])
  }

  /// Whether words name nothing that changes what is asked.
  func isIdle(_ words: String) -> Bool {
    let text = SpokenLine(words).spelledOut(catalog).text
    return (mentions(of: text) ?? []).allSatisfy {
      !$0.changesQuestion && !$0.has(.unitOfYear) && !$0.has(.each)
    }
  }

  /// What a sentence names that changes what is asked.
  private func named(in sentence: String) -> [Mention] {
    let text = SpokenLine(sentence).spelledOut(catalog).text
    // Of who asks and why nothing is asked, whether it is held or not.
    let isAside = SpokenSentences.isAside(sentence, catalog)
    return (mentions(of: text) ?? []).filter {
      $0.changesQuestion && !$0.isShortWord && !(isAside && ($0.isNotHeld || $0.isTopic))
    }
  }
}

extension Mention {
  /// Whether it says what is counted, of whom, when, or what is not.
  fileprivate var changesQuestion: Bool {
    !counted.isEmpty || !values.isEmpty || isTime || has(.deny) || isNotHeld
  }

  /// Whether it is only what several measures are about.
  fileprivate var isTopic: Bool {
    !counted.isEmpty && counted.allSatisfy { $0.preference >= 5 } && values.isEmpty
  }

  /// Whether it is no name in a sentence, although codes are spelled so: `am`, `I`.
  fileprivate var isShortWord: Bool {
    text.utf8.count == 1 || text.utf8.count == 2 && text != text.uppercased()
  }

  private var isTime: Bool {
    period != nil || clause != nil || periodText != nil || months != nil || yearsAgo != nil
      || has(.period)
  }

  /// Whether it names the same thing, or nothing else that it could be.
  fileprivate func names(sameAs other: Mention) -> Bool {
    let sameCounted = other.counted.contains { one in
      counted.contains { $0.measure.id == one.measure.id }
    }
    let sameValue = other.values.contains { one in
      values.contains { $0.name == one.name && $0.dimension == one.dimension }
    }
    let sameTime = other.isTime && period != nil && period == other.period
    return sameCounted || sameValue || sameTime
  }
}
