import Catalog
import Diagnostics
import QueryLanguage

/// Pieces without repeats, from the oldest, with their indices.
struct PieceList {
  private(set) var all: [RowPeriod] = []
  private var places: [DaySet: Int] = [:]

  init(_ pieces: [RowPeriod]) {
    let sorted = pieces.sorted { ($0.whole.first, $0.whole.last) < ($1.whole.first, $1.whole.last) }
    for piece in sorted where places[piece.days] == nil {
      places[piece.days] = all.count
      all.append(piece)
    }
  }

  func place(of piece: RowPeriod) -> Int {
    guard let place = places[piece.days] else {
      preconditionFailure("a period of a statement was not kept: \(piece.days)")
    }
    return place
  }
}
