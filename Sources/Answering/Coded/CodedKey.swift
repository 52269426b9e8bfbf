import Catalog
import Planner
import QueryLanguage
import Results

/// A key of an answer whose values come as codes: those of periods, or ids of names. Each has its
/// place in the order of the answer.
struct CodedKey {
  /// The unit of periods; `nil` for a dimension.
  private let unit: TimeUnit?
  /// The values, by place.
  private let values: [Value]
  private let places: CodePlaces

  fileprivate struct Value {
    let code: Int
    var name: String?
    /// 0 for a value; more for what is not listed separately, which always comes last.
    var rest = 0
    /// `nil` where no figure is known.
    var size: Number?
  }

  /// A unit of time, from the oldest period.
  init(periods plan: QueryPlan, _ key: ResolvedQuery.Key) {
    unit = key.timeUnit
    let index = plan.query.keys.filter(\.isTime).firstIndex(of: key) ?? 0
    values = Set(plan.pieces.map { $0.codes[index] }).sorted().map { Value(code: $0) }
    places = CodePlaces(values.map(\.code), else: 0)
  }

  /// A dimension, from its largest value; `sizes` gives ids and sums.
  init(_ members: [Member], sizes: any RawRows) throws {
    unit = nil
    var known: [Int: Number] = [:]
    while try sizes.step() { known[sizes.integer(at: 0)] = sizes.number(at: 1) }
    let named = members.map { member in
      Value(
        code: member.id,
        name: member.name,
        rest: member.rest.rawValue,
        size: known[member.id]
      )
    }
    // What has no name comes last: the whole of a table that does not break it down.
    values = named.sorted { $0.isBefore($1) } + [Value(code: 0, rest: Member.Rest.allCases.count)]
    places = CodePlaces(values.map(\.code), else: values.count - 1)
  }

  /// Number of places.
  var count: Int { values.count }

  func place(of code: Int) -> Int { places[code] }

  func code(at place: Int) -> Int { values[place].code }

  func name(at place: Int) -> String { values[place].name ?? "" }

  /// Whether it is a value without a name.
  func isNameless(at place: Int) -> Bool { unit == nil && values[place].name == nil }

  func cell(at place: Int) -> Cell {
    if let unit { return .period(Period(unit, code: values[place].code)) }
    return .text(values[place].name ?? Self.nameless)
  }

  /// The name shown for the whole of a table that does not break it down.
  static let nameless = "not listed separately"
}

extension CodedKey.Value {
  func isBefore(_ other: Self) -> Bool {
    if rest != other.rest { return rest < other.rest }
    switch (size, other.size) {
    case (.integer(let own)?, .integer(let that)?) where own != that: return own > that
    case (.some, nil): return true
    case (nil, .some): return false
    default: return (name ?? "").utf8.lexicographicallyPrecedes((other.name ?? "").utf8)
    }
  }
}

/// The places of codes: in a list where they are small, as ids and years are.
private struct CodePlaces {
  private var near: [Int32] = []
  private var far: [Int: Int] = [:]
  private let other: Int

  private static let nearest = 1 << 16

  /// `else` is the place of all other codes.
  init(_ codes: [Int], else other: Int) {
    self.other = other
    let isNear = { (code: Int) in code >= 0 && code < Self.nearest }
    let length = codes.reduce(0) { isNear($1) ? max($0, $1 + 1) : $0 }
    near = Array(repeating: Int32(other), count: length)
    for (place, code) in codes.enumerated() {
      if isNear(code) { near[code] = Int32(place) } else { far[code] = place }
    }
  }

  subscript(_ code: Int) -> Int {
    near.indices.contains(code) ? Int(near[code]) : far[code] ?? other
  }
}
