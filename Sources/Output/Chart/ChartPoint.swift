import Results

struct ChartPoint {
  let cell: Cell
  var isPartial = false
  /// Whether it includes all others, so that its bar would dwarf them.
  var isTotal = false
  /// The share of the figure, where it is written beside it.
  var share: Cell?

  /// A point without a row in the answer.
  static let none = ChartPoint(cell: .missing(.notHeld))

  /// The figure, if there is one.
  var value: Double? {
    switch cell {
    case .number(.integer(let number), _): Double(number)
    case .number(.real(let number), _): number.isFinite ? number : nil
    case .period, .text, .missing, .verdict, .sparkline, .sources, .records: nil
    }
  }

  /// What a bar or line may reach.
  var drawnValue: Double? { isTotal ? nil : value }

  /// As written in the table: `≈ 177,770`.
  func figure(in text: ScreenText) -> String { TableCell(cell, text: text).line + shareText(text) }

  /// As written in a picture: from a thousand on without decimals, which nobody reads there.
  func label(in text: ScreenText) -> String {
    guard case .number(.real(let number), let precision) = cell, number.magnitude >= 1_000,
      number.magnitude < 1e15
    else { return figure(in: text) }
    let whole = Cell.number(.integer(Int(number.rounded())), precision)
    return TableCell(whole, text: text).line + shareText(text)
  }

  private func shareText(_ text: ScreenText) -> String {
    guard let share, case .number = share else { return "" }
    return " (\(TableCell(share, text: text).line)%)"
  }
}
