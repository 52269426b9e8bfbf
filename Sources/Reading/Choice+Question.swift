import Catalog
import QueryLanguage

extension Choice {
  /// What is counted of what, where the line asks whether it rose or fell and states no amount.
  var trend: String? {
    let asks = [SpokenWord.Part.rise, .fall].contains(where: line.asks)
    guard asks, line.amounts.isEmpty, counted.count == 1, !hasSeveralOfOneDimension,
      !line.asks(.most), !line.asks(.least), !line.asks(.share)
    else { return nil }
    return question()
  }

  /// The two periods of which one is set against the other, the earlier first.
  var ends: Reading.Ends? {
    if let both = ChangePattern.ends(of: self) ?? yearBefore {
      return Reading.Ends(first: both.first, last: both.last)
    }
    guard let clauses = ComparisonPattern.periods(of: self) ?? ComparisonPattern.pair(of: self),
      clauses.count == 2, clauses[1].hasPrefix("vs ")
    else { return nil }
    let first = String(clauses[1].dropFirst("vs ".count))
    guard first != "previous year" else { return nil }
    if clauses[0] == "last \(year)", let last = yearAgo(0) {
      return Reading.Ends(first: first, last: last)
    }
    guard clauses[0].hasPrefix("in ") else { return nil }
    return Reading.Ends(first: first, last: String(clauses[0].dropFirst("in ".count)))
  }

  /// Whether several of its values are of one dimension.
  var hasSeveralOfOneDimension: Bool {
    let dimensions = Conditions(values).dimensions
    return Set(dimensions).count < dimensions.count
  }

  /// Whether no values and measures are what is compared.
  var hasNothingElseCompared: Bool { counted.count == 1 && !hasSeveralOfOneDimension }

  /// `OFO vs USBP share of encounters` has two parts, each with its own share.
  var comparesParts: Bool {
    let dimensions = values.map(\.dimension)
    return (line.asks(.against) || line.asks(.compare))
      && dimensions.contains { own in dimensions.count { $0 == own } > 1 }
  }

  /// Whether several things are counted of which one is kept to other values than another.
  private var keepsApart: Bool {
    guard let first = counted.first else { return false }
    return counted.contains { $0.values.map(\.text) != first.values.map(\.text) }
  }

  /// The parts of a question that every pattern puts together alike. Without `values`, all that is
  /// kept.
  func question(
    _ columns: [String]? = nil,
    values: [Mention.Value]? = nil,
    by keys: [String] = [],
    _ rest: [String] = []
  ) -> String {
    // `title 42 expulsions vs title 8 apprehensions`: what only one keeps to is said in brackets.
    let isApart = columns == nil && values == nil && keepsApart
    let columns = columns ?? (isApart ? counted.map { $0.kept() } : counted.map(\.expression))
    let values = values ?? (isApart ? ownValues : kept)
    var parts = [columns.joined(separator: ", ")] + Conditions(values).clauses
    if !keys.isEmpty { parts.append("by " + keys.joined(separator: ", ")) }
    let per = line.per.map { [$0] } ?? []
    return (parts + per + rest.filter { !$0.isEmpty }).joined(separator: " ")
  }
}
