import Catalog

/// Reads the structure of a statement, and notes what has to be written otherwise.
struct SQLParser {
  let tokens: [SQLToken]
  let dialect: SQLDialect
  var edits = SQLEdits()
  var position = 0
  /// Whether something came that is not understood.
  private(set) var hasFailed = false
  private var unnamed = 0
  private var shortNames: [String: String] = [:]

  init(_ tokens: [SQLToken], _ dialect: SQLDialect) {
    self.tokens = tokens
    self.dialect = dialect
  }

  mutating func parse() {
    query()
    skip(sign: ";")
    require(position == tokens.count)
  }

  // MARK: Queries

  mutating func query() {
    if skip("WITH") {
      repeat {
        name()
        if isNext(sign: "(") { names() }
        expect("AS")
        expect(sign: "(")
        query()
        expect(sign: ")")
      } while skip(sign: ",")
    }
    select()
    while skip("UNION") {
      skip("ALL")
      select()
    }
    if skip("ORDER") { order() }
    if skip("LIMIT") { value() }
    if skip("OFFSET") { value() }
  }

  private mutating func select() {
    guard !skip("VALUES") else {
      repeat {
        expect(sign: "(")
        repeat { typedValue() } while skip(sign: ",")
        expect(sign: ")")
      } while skip(sign: ",")
      return
    }
    expect("SELECT")
    skip("DISTINCT")
    repeat {
      if !skip(sign: "*") { typedValue() }
      if skip("AS") { name() }
    } while skip(sign: ",")
    if skip("FROM") { tables() }
    if skip("WHERE") { test() }
    if skip("GROUP") {
      expect("BY")
      repeat { value() } while skip(sign: ",")
    }
    if skip("HAVING") { test() }
  }

  private mutating func tables() {
    table()
    while true {
      if skip(sign: ",") {
        table()
        continue
      }
      let isJoin = skip("LEFT") || skip("CROSS") || isNext("JOIN")
      guard isJoin else { return }
      expect("JOIN")
      table()
      if skip("ON") { test() }
      if skip("USING") { names() }
    }
  }

  /// A table by its name, or a query in brackets, which gets a name where it has none.
  private mutating func table() {
    guard skip(sign: "(") else {
      name()
      while skip(sign: ".") { name() }
      if skip("AS") { name() }
      return
    }
    query()
    expect(sign: ")")
    guard !skip("AS") else { return name() }
    unnamed += 1
    edits.append(" AS \"part \(unnamed)\"", after: position - 1)
  }

  /// What follows `ORDER`: empty values come first here, or in a descending order last.
  mutating func order() {
    expect("BY")
    repeat {
      value()
      let isDescending = skip("DESC")
      if !isDescending { skip("ASC") }
      if skip("NULLS") {
        position += 1
      } else {
        edits.append(isDescending ? " NULLS LAST" : " NULLS FIRST", after: position - 1)
      }
    } while skip(sign: ",")
  }

  private mutating func names() {
    expect(sign: "(")
    repeat { name() } while skip(sign: ",")
    expect(sign: ")")
  }

  /// A name, which is shortened where the other database would cut it.
  mutating func name() {
    defer { position += 1 }
    guard position < tokens.count, case .name(let name) = tokens[position].kind,
      let most = dialect.longestName, name.utf8.count > most
    else { return }
    let short = shortNames[name] ?? Self.cut(name, to: most - 6) + " ~\(shortNames.count + 1)"
    shortNames[name] = short
    edits.instead[position] = short.inDoubleQuotes
  }

  private static func cut(_ name: String, to most: Int) -> String {
    var short = name
    while short.utf8.count > most { short.removeLast() }
    return short
  }

  // MARK: Tokens

  func isNext(_ word: String) -> Bool {
    position < tokens.count && tokens[position].kind == .word(word)
  }

  func isNext(sign: String) -> Bool {
    position < tokens.count && tokens[position].kind == .sign(sign)
  }

  @discardableResult
  mutating func skip(_ word: String) -> Bool {
    guard isNext(word) else { return false }
    position += 1
    return true
  }

  @discardableResult
  mutating func skip(sign: String) -> Bool {
    guard isNext(sign: sign) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ word: String) { require(skip(word)) }

  mutating func expect(sign: String) { require(skip(sign: sign)) }

  /// Notes what is not understood. Reading goes on, and ends since it never goes back.
  mutating func require(_ isUnderstood: Bool) {
    if !isUnderstood { hasFailed = true }
  }
}
