import Catalog
import QueryLanguage

extension CheckPlan {
  /// The figures rescaled to the level of the subject's table, where other figures come from tables
  /// that differ from it in periods that both hold; `nil` where nothing is rescaled.
  ///
  /// `sums` are those of the two tables of each seam of the plan, in its shared period.
  package func bridged(
    _ figures: [Estimate?],
    _ sums: [(earlier: Int?, later: Int?)]
  ) -> [Estimate?]? {
    guard case .figure(let index) = check.column.value, check.query.per == nil else { return nil }
    let steps = zip(plan.seams, sums).compactMap { seam, sums -> Step? in
      guard seam.figure == index, let earlier = sums.earlier, let later = sums.later, earlier > 0,
        later > 0, earlier != later
      else { return nil }
      return Step(
        from: seam.earlier.dataset,
        to: seam.later.dataset,
        factor: Fraction(later, over: earlier)
      )
    }
    guard !steps.isEmpty, let own = dataset(of: subject, index) else { return nil }
    var isChanged = false
    let bridged = figures.indices.map { piece -> Estimate? in
      guard let figure = figures[piece], let other = dataset(of: piece, index),
        !other.isKin(of: own), let factor = factor(from: other, to: own, steps)
      else { return figures[piece] }
      isChanged = true
      return figure * Estimate(factor)
    }
    return isChanged ? bridged : nil
  }

  /// The ratio of a later table's figures to an earlier one's.
  private struct Step {
    let from: Dataset
    let to: Dataset
    let factor: Fraction

    /// From the later table to the earlier one.
    var back: Step? {
      (Fraction(1) / factor).map { Step(from: to, to: from, factor: $0) }
    }
  }

  /// One table of the publication that alone answers a period.
  private func dataset(of piece: Int, _ figure: Int) -> Dataset? {
    let datasets = plan.figures[figure].candidates(of: piece).map(\.dataset)
    guard let first = datasets.first, datasets.allSatisfy({ $0.isKin(of: first) }) else {
      return nil
    }
    return first
  }

  /// The factor that converts a figure of one publication to the level of another, through those
  /// between them.
  private func factor(from dataset: Dataset, to own: Dataset, _ steps: [Step]) -> Fraction? {
    var known: [(dataset: Dataset, factor: Fraction)] = [(dataset, Fraction(1))]
    let both = steps.flatMap { [$0, $0.back].compactMap { $0 } }
    var next = 0
    while next < known.count {
      let (current, factor) = known[next]
      if current.isKin(of: own) { return factor }
      next += 1
      for step in both where step.from.isKin(of: current) {
        guard !known.contains(where: { $0.dataset.isKin(of: step.to) }) else { continue }
        known.append((step.to, factor * step.factor))
      }
    }
    return nil
  }
}
