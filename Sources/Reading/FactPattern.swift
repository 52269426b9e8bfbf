import Catalog
import QueryLanguage

/// What something is, and what there is: `what is an encounter`, `which measures are there`.
struct FactPattern {
  let reading: Reading

  /// `nil` where the line asks for figures.
  init?(_ line: Line, _ mentions: [Mention], _ catalog: any CatalogReader) {
    if let place = line.asked[.list], line.counted.isEmpty, line.values.isEmpty, line.asksOnlyAList,
      let word = mentions[place].word(.list), !word.means.isEmpty
    {
      reading = Reading(statement: "show \(word.means)", notes: [])
      return
    }
    if let place = line.asked[.list], line.asksOnlyAList,
      mentions[place].word(.list)?.means == "measures",
      let about = (mentions.filter { !$0.counted.isEmpty || !$0.values.isEmpty }).only
    {
      reading = Reading(statement: "show measures about \(about.text)", notes: [])
      return
    }
    if line.asks(.fact) && line.asks(.compare) || line.asksOfTerms, line.periods.isEmpty,
      line.keys.isEmpty,
      line.values.isEmpty, line.counted.count == 2
    {
      // The difference between two names is what each is.
      let names = line.counted.compactMap { $0.alternatives.first?.measure.name }
      reading = Reading(
        statement: names.map { "describe \($0)" }.joined(separator: "; "),
        notes: []
      )
      return
    }
    // `when did title 42 end`: what is known of the event.
    if line.asks(.fact), line.periods.count == 1, line.counted.isEmpty, line.values.isEmpty,
      line.keys.isEmpty, let event = mentions.first(where: \.isDated)
    {
      let name = event.eventName(catalog) ?? event.text
      reading = Reading(statement: "describe \(name)", notes: [])
      return
    }
    // `when did it pass 3 million` asks for a figure.
    guard line.asks(.fact), line.periods.isEmpty, line.keys.isEmpty, !line.asks(.most),
      !line.asks(.share), line.amounts.isEmpty
    else { return nil }
    let named = mentions.filter { !$0.counted.isEmpty || !$0.values.isEmpty }
    guard named.count == 1, let only = named.first else { return nil }
    let measure = only.counted.min { $0.preference < $1.preference }
    let value = only.values.min { $0.preference < $1.preference }
    let name = measure?.measure.name ?? value?.name ?? only.text
    reading = Reading(statement: "describe \(name)", notes: [])
  }
}

extension Mention {
  /// The name of the event that its words name in whatever form.
  fileprivate func eventName(_ catalog: any CatalogReader) -> String? {
    catalog.matches(key: Spelling.key(of: text)).first { $0.kind == .event }
      .flatMap { catalog.event($0.target)?.name }
  }
}

extension Line {
  /// Whether it asks what there is, and for no figures of it.
  fileprivate var asksOnlyAList: Bool {
    periods.isEmpty && amounts.isEmpty && keys.isEmpty
      && asked.keys.allSatisfy { [.list, .fact, .and, .level].contains($0) }
  }

  /// Whether two things are named as terms, and not as figures: `encounter vs apprehension`.
  fileprivate var asksOfTerms: Bool {
    (asks(.compare) || asks(.against)) && counted.count == 2
      && counted.allSatisfy { own in
        // `encounter`, where figures are of `encounters`.
        let name = own.alternatives[0].measure.name
        return own.alternatives[0].preference < 3
          && name.lowercased() == own.text.lowercased() + "s"
      }
  }
}
