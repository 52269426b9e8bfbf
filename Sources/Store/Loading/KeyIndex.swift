/// The ids of one seed file, numbered in the order of its rows from 1.
struct KeyIndex {
  /// How ids must be written.
  enum Form {
    case snakeCase
    case kebabCase
  }

  /// What an id names, for messages: `source`.
  let noun: String
  private let form: Form
  private(set) var keys: [String] = []
  private var numbers: [String: Int] = [:]

  init(_ noun: String, form: Form) {
    self.noun = noun
    self.form = form
  }

  /// Adds the id of a row and returns its number.
  mutating func add(_ row: SeedRow, column: String = "id") throws -> Int {
    let key = try row.required(column)
    guard form.allows(key) else {
      throw row.error(column, "`\(key)` is not \(form.description)")
    }
    let number = keys.count + 1
    guard numbers.updateValue(number, forKey: key) == nil else {
      throw row.error(column, "a second \(noun) `\(key)`")
    }
    keys.append(key)
    return number
  }

  subscript(_ key: String) -> Int? { numbers[key] }

  /// The number of an id that a row refers to.
  func number(of key: String, in row: SeedRow, column: String) throws -> Int {
    guard let number = numbers[key] else {
      throw row.error(column, "no \(noun) `\(key)`", hint: nearestHint(to: key, among: keys))
    }
    return number
  }

  /// The number of the id in a cell; 0 for an empty one.
  func optional(_ row: SeedRow, _ column: String) throws -> Int {
    let key = row[column]
    return key.isEmpty ? 0 : try number(of: key, in: row, column: column)
  }

  /// The numbers of the ids in a list.
  func all(_ row: SeedRow, _ column: String) throws -> [Int] {
    try row.set(column).map { try number(of: $0, in: row, column: column) }
  }
}

extension KeyIndex.Form {
  fileprivate func allows(_ key: String) -> Bool {
    key.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "_"): self != .kebabCase
      case UInt8(ascii: "-"): self != .snakeCase
      default: false
      }
    }
  }

  fileprivate var description: String {
    switch self {
    case .snakeCase: "snake_case (a-z, 0-9, _)"
    case .kebabCase: "kebab-case (a-z, 0-9, -)"
    }
  }
}
