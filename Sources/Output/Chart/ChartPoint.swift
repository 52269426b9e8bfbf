import Results

struct ChartPoint {
  let cell: Cell
  var isPartial = false
  /// Whether it includes all others, so that its bar would dwarf them.
  var isTotal = false

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
  func figure(in text: ScreenText) -> String { TableCell(cell, text: text).line }
}
