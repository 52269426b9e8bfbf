package import Catalog
import Diagnostics

/// Suggestions when nothing is listed: words with similar spellings, and lists that have something.
package struct NearRows {
  private let about: AboutWords
  private let all: Listing
  private let topic: any ListedTopic.Type
  private let dimension: Dimension?
  private let catalogIndex: CatalogIndex

  package init(
    _ about: AboutWords,
    _ all: Listing,
    _ topic: any ListedTopic.Type,
    of dimension: Dimension?,
    _ catalogIndex: CatalogIndex
  ) {
    self.dimension = dimension
    self.about = about
    self.all = all
    self.topic = topic
    self.catalogIndex = catalogIndex
  }

  package var notes: [String] {
    let notes = nearWords + otherLists
    return notes.isEmpty ? ["`show \(topic.plural)\(ofDimension)` lists them all"] : notes
  }

  /// `near: removals`, for words that occur in no row.
  private var nearWords: [String] {
    let known = Dictionary(
      all.rows.flatMap(\.texts).flatMap { text in
        Spelling.words(of: text).map { ($0.key, text.slice($0.range)) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    let near = about.keys.prefix(8).filter { known[$0] == nil && $0.utf8.count > 3 }.flatMap {
      key in
      closestMatches(to: key, among: known.keys.filter { $0.utf8.count > 3 })
    }
    let words = near.compactMap { known[$0]?.lowercased() }
    if about.keys.count == 1 {
      return words.map { "near: `show \(topic.plural)\(ofDimension) about \($0)`" }
    }
    return words.isEmpty ? [] : ["near: " + words.map { "`\($0)`" }.joined(by: ", ")]
  }

  private var ofDimension: String { dimension.map { " of \($0.name)" } ?? "" }

  private var otherLists: [String] {
    let found = Topics.listed.filter { !$0.isOfDimension && $0 != topic }.compactMap { other in
      let count = other.listing(of: nil, in: catalogIndex).rows.count(where: about.matches)
      let what = count == 1 ? other.name : other.plural
      return count == 0 ? nil : "`show \(other.plural) about \(about.text)` has \(count) \(what)"
    }
    return Array(found.prefix(3))
  }
}

extension String {
  /// The text between two UTF-8 offsets.
  fileprivate func slice(_ range: Range<Int>) -> String {
    String(decoding: Array(utf8)[range], as: UTF8.self)
  }
}
