/// Every period whose value a statement needs, from the oldest, and the place of each that it
/// speaks of.
struct PlacedPeriods {
  let pieces: [RowPeriod]
  /// The place of the period that the statement is about.
  let subject: Int
  /// The place of the period that a change is measured from.
  let base: Int?
  /// The places of the periods that the value is compared with.
  let compared: [Int]
  /// The places of those that are left out, as those in the period after `since` are.
  let leftOut: [Int]
  /// The place of the period before the first of `leftOut` and `compared`.
  let start: Int?
  /// Whether every period is judged by itself.
  private let isEach: Bool

  /// `own` is the period that the statement is about, `earlier` the one that a change is measured
  /// from.
  init(
    _ own: RowPeriod,
    from earlier: RowPeriod?,
    beside periods: ComparedPeriods?,
    _ each: EachPeriod?
  ) {
    let others = [periods?.before, earlier].compactMap { $0 } + (each?.pieces ?? [])
    let list = PieceList(
      others + (periods?.leftOut ?? []) + (periods?.compared ?? []) + [own.named]
    )
    pieces = list.all
    subject = list.place(of: own)
    base = earlier.map { list.place(of: $0) }
    compared = (periods?.compared ?? each?.others ?? []).map { list.place(of: $0) }
    leftOut = periods?.leftOut.map { list.place(of: $0) } ?? []
    start = periods?.before.map { list.place(of: $0) }
    isEach = each != nil
  }

  /// The places of those that should come from one series: first with what is left out, then
  /// without. `most` is how many the statement compares.
  func lists(comparing most: Int) -> [[Int]] {
    let needed =
      isEach
      ? Array(pieces.indices)
      : ((base.map { [$0] } ?? compared) + [subject] + (start.map { [$0] } ?? [])).suffix(most)
    return [needed + leftOut, needed]
  }

  /// The places of those whose figures are held against the subject's.
  var besides: [Int] { compared + (base.map { [$0] } ?? []) }
}
