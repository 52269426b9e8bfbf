/// A question as its parts, and as it is typed.
struct Question {
  struct Column {
    let expression: Expression
    /// As it is typed, and as JSON calls it.
    let text: String
    let name: String
    var fold: Fold?
    /// Whether its figures may be added over rows.
    var adds = true
  }

  struct Fold {
    let kind: String
    let unit: TimeUnit
  }

  enum Extra: Equatable {
    case change, yoy, running, rolling(Int), index(String, Months), share, rank, total, others

    var text: String {
      switch self {
      case .change: "change"
      case .yoy: "yoy"
      case .running: "running"
      case .rolling(let count): "rolling \(count)"
      case .index(let name, _): "index \(name)"
      case .share: "share"
      case .rank: "rank"
      case .total: "total"
      case .others: "others"
      }
    }

    var isComparison: Bool {
      switch self {
      case .change, .yoy, .rolling, .index: true
      default: false
      }
    }
  }

  struct Top {
    let count: Int
    let isBottom: Bool
  }

  struct Versus {
    let text: String
    let months: Months
    /// What the columns of both periods end in.
    let names: (String, String)
  }

  var columns: [Column] = []
  var time: TimeUnit?
  var by: [String] = []
  /// The last of `by` makes columns.
  var isAcross = false
  var condition = Condition.always
  var conditionText = ""
  var months: Months = 0...0
  var periodText = ""
  /// In every year only the months from this to that of the year.
  var isYearToDate = false
  var extras: [Extra] = []
  var top: Top?
  var versus: Versus?
  var per: String?
  var above: Double?
  var asOf: String?
  var dimensionNames: [String] = []

  var text: String {
    var parts = [columns.map(\.text).joined(separator: ", ")]
    var names = dimensionNames
    let columnsBy = isAcross ? names.removeLast() : nil
    let rows = (time.map { [$0.rawValue] } ?? []) + names
    if !rows.isEmpty { parts.append("by " + rows.joined(separator: ", ")) }
    if let columnsBy { parts.append("across " + columnsBy) }
    parts.append(conditionText)
    parts.append(periodText)
    if isYearToDate { parts.append("fytd") }
    if let versus { parts.append("vs " + versus.text) }
    if let top { parts.append("\(top.isBottom ? "bottom" : "top") \(top.count)") }
    if !extras.isEmpty { parts.append("with " + extras.map(\.text).joined(separator: ", ")) }
    if let per { parts.append("per " + per) }
    if let above { parts.append("where \(columns[0].name) > \(Int(above))") }
    if let asOf { parts.append("as of " + asOf) }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// Cells by the labels of their row and the name of their column.
struct Answer {
  /// The labels of a row, `Total` and `Others` among them.
  typealias Labels = [String]

  var rows: [Labels: [String: Double?]] = [:]
  /// Whether the answer has no other rows, but for rows of rests.
  var isExact = false
  /// Whether every cell is there, so that zero and missing are kept apart.
  var isGrid = false
}

/// What comes of a question.
enum Outcome {
  case answer(Answer)
  case refusal(String)
}
