import Catalog
import Planner
import Results

/// Where two sources meet, and what that does to the rows.
extension Notes {
  static func seams(
    _ plan: QueryPlan,
    _ findings: RowFindings,
    _ sums: [SeamSums],
    _ sources: SourceList
  ) -> [Note] {
    var notes: [Note] = []
    for (seam, sums) in zip(plan.seams, sums) where seam.pieces.allSatisfy({ findings.pieces[$0] })
    {
      guard let words = words(seam, sums, plan, sources) else { continue }
      let note = Note(.seam, words)
      if !notes.contains(note) { notes.append(note) }
    }
    return Array(notes.prefix(mostSeams))
  }

  /// The most seams that are noted; more would be noise.
  private static let mostSeams = 3
  /// The most values that are named.
  private static let mostValues = 3

  /// `both have FY2022: 108,733 in 1, ≈ 102,840 in 2`, or the same of the values that differ; or
  /// that they never meet.
  private static func words(
    _ seam: Seam,
    _ sums: SeamSums,
    _ plan: QueryPlan,
    _ sources: SourceList
  ) -> String? {
    guard seam.days != nil else {
      let numbers = [seam.earlier, seam.later].map { sources.number(of: $0.dataset.source) }
      return "\(numbers[0]) and \(numbers[1]) share no period: how they differ is not known"
    }
    let step = max(seam.earlier.dataset.rounding, seam.later.dataset.rounding)
    let values = sums.differing(beyond: step, most: mostValues)
    let figures =
      values.isEmpty
      ? whole(seam, sums, sources).map { [$0] } ?? []
      : values.map { "\($0.name) \(sides(seam, $0.earlier, $0.later, sources))" }
    guard !figures.isEmpty else { return nil }
    let whose = plan.figures.count > 1 ? "\(plan.label(of: plan.figures[seam.figure])) for " : ""
    return "both have \(whose)\(seam.label): \(figures.joined(by: "; "))"
      + (change(seam, sums, sources) ?? "")
  }

  private static func whole(
    _ seam: Seam,
    _ sums: SeamSums,
    _ sources: SourceList
  ) -> String? {
    guard let earlier = sums.earlier, let later = sums.later, earlier != later else { return nil }
    return sides(seam, earlier, later, sources)
  }

  private static func sides(
    _ seam: Seam,
    _ earlier: Int,
    _ later: Int,
    _ sources: SourceList
  ) -> String {
    [(earlier, seam.earlier), (later, seam.later)].map { value, candidate in
      let sign = candidate.dataset.rounding > 1 ? "≈ " : ""
      return "\(sign)\(grouped(value)) in \(sources.number(of: candidate.dataset.source))"
    }.joined(by: ", ")
  }

  /// What the change over the seam is in the later source alone:
  /// `; the change after it in 2 alone: +72.86 %`.
  private static func change(
    _ seam: Seam,
    _ sums: SeamSums,
    _ sources: SourceList
  ) -> String? {
    guard let following = sums.following, let base = sums.later, base > 0, sums.earlier != base
    else {
      return nil
    }
    let hundredths = Int((Double(following - base) / Double(base) * 10_000).rounded())
    let number = sources.number(of: seam.later.dataset.source)
    return "; the change after it in \(number) alone: \(signedPercent(hundredths)) %"
  }

  /// `+72.86`, of 7286.
  private static func signedPercent(_ hundredths: Int) -> String {
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : "+"
    return "\(sign)\(grouped(whole)).\(rest < 10 ? "0" : "")\(rest)"
  }
}
