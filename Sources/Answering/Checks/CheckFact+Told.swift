import Catalog
import Planner
import QueryLanguage
import Results

extension CheckFact {
  init(_ told: Ruling.Told, _ periods: CheckPeriods, later: [LaterFigure]) {
    switch told {
    case .beyond(let place, let extreme):
      self.init(
        label: extreme == .highest ? "higher" : "lower",
        figure: periods.figure(place),
        words: periods.label(place)
      )
    case .later(let place, let extreme):
      let (piece, value) = (later[place].piece, later[place].value)
      self.init(
        label: extreme == .highest ? "later higher" : "later lower",
        figure: CheckFigure(piece, value, label: piece.label),
        words: piece.label
      )
    case .run(let count, let first, let isKnown):
      let last = periods.label(periods.plan.subject)
      let start = periods.label(first)
      let span = first == periods.plan.subject ? last : "\(start) – \(last)"
      self.init(
        label: "in a row",
        words: "\(count)\(isKnown ? "" : " or more"), \(span)"
      )
    case .each(let count, let total, let exception, let nearest):
      let named =
        exception.map { "; not \(periods.label($0))" }
        ?? nearest.map { "; nearest \(periods.label($0))" } ?? ""
      self.init(label: "so", words: "\(count) of \(total)\(named)")
    case .rank(let rank, let total):
      self.init(label: "place", words: "\(rank) of \(total)")
    case .counterpart(let place, let isYearBefore):
      self.init(
        label: isYearBefore ? "year before" : "before it",
        figure: periods.figure(place),
        words: periods.label(place)
      )
    case .inTwelveMonths(let place, let figure):
      self.init(
        label: "compared as",
        figure: periods.figure(place, figure),
        words: "\(periods.label(place)) by the month, for twelve of them"
      )
    case .unlikeLengths:
      self.init(
        label: "lengths",
        words: "of unlike length, compared as they are: it decides where the shorter has more"
      )
    case .backward:
      self.init(label: "order", words: "from a later period back to an earlier one, as stated")
    }
  }
}
