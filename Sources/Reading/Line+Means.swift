import Catalog
import QueryLanguage

extension Line {
  /// The same about means, where periods are ranked by what is read on single days: the reading of
  /// one day is no record of a month. Only a mean of the same thing that is published by all that
  /// the line keeps to will do.
  func rankingMeans(_ catalog: any CatalogReader) -> Line {
    guard ranksPeriods, let only = counted.only, let level = only.alternatives.first?.measure,
      only.alternatives.allSatisfy({ $0.measure == level && $0.values.isEmpty }),
      let mean = catalog.mean(of: level)
    else { return self }
    let published = catalog.publishedDimensions(of: mean)
    guard values.allSatisfy({ $0.alternatives.contains { published.contains($0.dimension) } })
    else { return self }
    var line = self
    line.counted = [only.meaning([Mention.Counted(mean, 0)])]
    line.notes.append("Shown: means; `\(level.name)` are read on single days.")
    return line
  }

  /// Whether what is ranked is periods, and not values.
  private var ranksPeriods: Bool {
    guard [SpokenWord.Part.most, .least, .ever].contains(where: asks), !ranksThings || asks(.ever)
    else { return false }
    return (keys + looseKeys.map(\.key)).allSatisfy { TimeUnit(rawValue: $0) != nil }
  }
}

extension Line {
  /// `what year did the most people become citizens` asks when, and of years.
  mutating func rankYearsAsked(_ mentions: [Mention]) {
    let lead = "when "
    guard let place = asked[.fact], let means = mentions[place].word(.fact)?.means,
      means.hasPrefix(lead), asks(.most) || asks(.least), keys.isEmpty, looseKeys.isEmpty
    else { return }
    looseKeys.append(LooseKey(key: String(means.dropFirst(lead.count)), isPlural: false))
  }
}

extension CatalogReader {
  /// The mean over periods of what a level counts on a day: of its subject and unit, and never
  /// added to it.
  fileprivate func mean(of level: Measure) -> Measure? {
    guard level.kind == .stock else { return nil }
    return conflicts(of: level.id).lazy.compactMap { self.measure($0.other) }.first {
      $0.kind == .average && $0.subject == level.subject && $0.unit == level.unit
    }
  }
}
