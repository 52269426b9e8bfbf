import Catalog
import Results

extension Notes {
  static func precision(_ findings: RowFindings) -> [Note] {
    var notes = findings.roundings.elements.map { step in
      Note(.precision, "rounded to \(name(ofStep: step)) by the publisher")
    }
    for hedge in findings.hedges.elements {
      let (sign, words) = hedges[hedge - 1]
      notes.append(Note(.precision, "\(sign) as stated: \(words)"))
    }
    if findings.withheldCells > 0 {
      notes.append(
        Note(
          .precision,
          "> at least this: \(counted(findings.withheldCells, "cell")) withheld by the publisher"
        )
      )
    }
    if findings.shortSums > 0 {
      notes.append(
        Note(
          .precision,
          "> at least this: some of the periods do not list the value"
        )
      )
    }
    if findings.hasFloorBelow {
      notes.append(
        Note(
          .precision,
          "< at most this: the number divided by or subtracted is a lower bound"
        )
      )
    }
    if findings.hasBoundBeside {
      notes.append(
        Note(.precision, "> at least this: cells withheld, missing or hedged in the second period")
      )
    }
    if findings.emptyCells > 0 {
      notes.append(
        Note(.precision, "> at least this: \(counted(findings.emptyCells, "cell")) not published")
      )
    }
    return notes
  }

  /// The hedges in the order of their codes, with the sign that figures carry.
  private static let hedges = [
    (">", "more than"), (">", "at least"), ("<", "nearly"), ("≈", "about"), ("<", "up to"),
    (">", "in vague words"),
  ]

  private static func name(ofStep step: Int) -> String {
    switch step {
    case 10: "tens"
    case 100: "hundreds"
    case 1000: "thousands"
    case 10_000: "ten thousands"
    case 100_000: "hundred thousands"
    case 1_000_000: "millions"
    case 10_000_000: "ten millions"
    default: "steps of \(step)"
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun) is" : "\(count) \(noun)s are"
  }

  static func absences(_ findings: RowFindings) -> [Note] {
    Absence.allCases.filter(findings.absences.contains).compactMap { absence in
      switch absence {
      case .withheld: Note(.absence, "D withheld by the publisher")
      case .notPublished: Note(.absence, "– not published")
      case .notApplicable: Note(.absence, "– not applicable: it could not be counted then")
      case .small: Note(.absence, "– under the publisher's threshold, or rounded to nothing")
      case .withinOther: Note(.absence, "– counted by the publisher under other")
      case .notHeld: Note(.absence, "– no figure is held")
      case .notNamed:
        Note(.absence, "– not listed by the table that answers the period: that is not zero")
      case .dividedByZero: Note(.absence, "– divided by zero")
      case .notComparable:
        Note(.absence, "– not compared: a period is missing or partial, or a figure is a bound")
      case .notRanked: nil
      }
    }
  }
}
