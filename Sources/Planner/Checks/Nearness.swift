import QueryLanguage

/// A number as stated, and the figures that it is close to without being right.
package struct Nearness: Sendable {
  /// In the unit of the value that is judged.
  package let stated: Fraction
  /// The figures that it is close to; `nil` for words of size, which hold or fail.
  let zone: Allowed?

  /// Whether a figure can be close to it.
  package var isPossible: Bool { zone != nil }

  init(stated: Fraction, zone: Allowed?) {
    self.stated = stated
    self.zone = zone
  }

  /// Within 1 percent of the figure; of a percentage within 1 point, below 10 percent a tenth of
  /// it, above 100 percent 1 percent of it; of `twice` up to a twentieth short. Always on the same
  /// side of zero.
  init(_ amount: Amount, on kind: Ruling.Kind, _ degree: Degree, _ check: ResolvedCheck) {
    let unit = amount.unit(on: kind)
    stated = Fraction(amount.value) * unit
    guard amount.part == nil, degree != .notEqual else {
      zone = nil
      return
    }
    let isPercentage = kind == .percent || kind != .factor && check.column.isPartOfWhole
    // Percentages are measured in percent, whatever unit the value has.
    let scale = isPercentage && kind != .percent ? Fraction(1, over: 100) : Fraction(1)
    let number = stated.magnitude * (isPercentage && kind != .percent ? Fraction(100) : Fraction(1))
    let usual =
      amount.isWordOfMultiple
      ? (number * Fraction(19, over: 20), number)
      : isPercentage ? Self.endsOfPercentage(number) : Self.ends(of: number, percent: Fraction(1))
    let ends = check.check.width.map { Self.ends(of: number, $0) } ?? usual
    let near = ends.map { Allowed(.number($0.low), .number($0.high)).scaled(by: scale) }
    zone = stated.isNegative ? near?.mirrored : near
  }

  /// A factor above zero, with a width that the statement sets, or a zone of its own.
  init(factor: Fraction, _ width: Width?, usual: Allowed) {
    stated = factor
    let ends = width.flatMap { Self.ends(of: factor, $0) }
    zone = ends.map { Allowed(.number($0.low), .number($0.high)) } ?? usual
  }

  /// A multiple or percentage of another figure; `unit` is that of the factor.
  init(partOf amount: Amount, _ unit: Fraction, _ degree: Degree, _ check: ResolvedCheck) {
    let isPercentage = amount.scale == .percent
    let own = Nearness(amount, on: isPercentage ? .percent : .factor, degree, check)
    self.init(stated: own.stated * unit, zone: own.zone?.scaled(by: unit))
  }

  /// The same for what fell by the number.
  var mirrored: Nearness { Nearness(stated: -stated, zone: zone?.mirrored) }
}

extension Nearness {
  private typealias Ends = (low: Fraction, high: Fraction)

  private static func ends(of number: Fraction, _ width: Width) -> Ends? {
    let size = Fraction(width.value)
    guard width.isPoints else { return ends(of: number, percent: size) }
    return number == .zero ? nil : (max(number - size, .zero), number + size)
  }

  /// The figures of which a number is off by at most some percent.
  private static func ends(of number: Fraction, percent: Fraction) -> Ends? {
    let part = percent * Fraction(1, over: 100)
    guard number != .zero, let low = number / (Fraction(1) + part),
      let high = number / (Fraction(1) - part)
    else { return nil }
    return (low, high)
  }

  /// The width grows with the figure up to 10 percent and from 100 percent on, and is one point
  /// between.
  private static func endsOfPercentage(_ number: Fraction) -> Ends? {
    let (ten, hundred) = (Fraction(10), Fraction(100))
    var ends: [Ends] = []
    func add(_ own: Ends?, from low: Fraction, to high: Fraction?) {
      guard let own, own.high >= low, high.map({ own.low <= $0 }) ?? true else { return }
      ends.append((max(own.low, low), high.map { min(own.high, $0) } ?? own.high))
    }
    guard number != .zero else { return nil }
    add(self.ends(of: number, percent: ten), from: .zero, to: ten)
    add((number - Fraction(1), number + Fraction(1)), from: ten, to: hundred)
    add(self.ends(of: number, percent: Fraction(1)), from: hundred, to: nil)
    guard let low = ends.map(\.low).min(), let high = ends.map(\.high).max() else { return nil }
    return (low, high)
  }
}
