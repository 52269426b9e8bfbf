import Asking
import Diagnostics
import QueryLanguage
import Shell
import Testing

/// Questions of any length end in an answer or in a mistake, never in SQL that SQLite refuses.
@Suite("Whatever the length")
struct LimitProperties {
  static let counts = [2, 30, 90, 199, 250, 4_000]

  @Test("a chain of operations is answered or refused", arguments: counts)
  func chains(_ count: Int) throws {
    for sign in ["+", "-", "*", "/"] {
      let chain = String(repeating: " \(sign) 2", count: count)
      for ending in [
        "by fy with change, yoy, running", "by fy, citizenship in fy2020..2022",
        "in fy2022 vs fy2021",
      ] {
        try check("removals\(chain) \(ending)", isAnswered: count < 200)
      }
      try check("average(removals\(chain) by fy)", isAnswered: count < 200)
    }
  }

  @Test(
    "operations inside one another are answered or refused",
    arguments: [1, 4, 7, 8, 9, 30, 99, 4_000]
  )
  func nests(_ count: Int) throws {
    for sign in ["-", "/"] {
      let opened = String(repeating: "(3 \(sign) ", count: count)
      let closed = String(repeating: ")", count: count)
      try check(
        "removals \(sign) \(opened)2\(closed) by fy with change, yoy, rolling 3",
        isAnswered: count < 8
      )
    }
    try check(String(repeating: "-", count: count) + "removals in fy2022", isAnswered: count < 100)
  }

  @Test("conditions are answered or refused", arguments: counts)
  func conditions(_ count: Int) throws {
    for word in ["and", "or"] {
      let tests = Array(repeating: "citizenship != mexico", count: count).joined(
        separator: " \(word) "
      )
      try check("encounters in fy2023 where \(tests)", isAnswered: count < 201)
    }
    let nots = String(repeating: "not ", count: count)
    try check("encounters in fy2023 where \(nots)citizenship = mexico", isAnswered: count < 100)
    let figures = Array(repeating: "removals > 1", count: count).joined(separator: " and ")
    try check("removals by fy where \(figures)", isAnswered: count < 201)
  }

  @Test("lists of values are answered", arguments: counts)
  func values(_ count: Int) throws {
    let list = Array(repeating: "mexico, cuba", count: count).joined(separator: ", ")
    try check("encounters for \(list) in fy2023", isAnswered: true)
    try check("encounters in fy2023 where citizenship in (\(list))", isAnswered: true)
    try check("encounters(\(list)) in fy2023", isAnswered: count < 100)
  }

  @Test("many columns, keys and terms of order are answered or refused", arguments: counts)
  func columns(_ count: Int) throws {
    let columns = (0..<count).map { "removals + \($0) as c\($0)" }.joined(separator: ", ")
    try check("\(columns) in fy2022", isAnswered: count <= 30)
    let order = Array(repeating: "fy", count: count).joined(separator: ", ")
    try check("removals by fy order by \(order)", isAnswered: false)
    let extras = (2...count + 1).map { "rolling \($0)" }.joined(separator: ", ")
    try check("removals by fy with \(extras)", isAnswered: count < 119)
  }

  @Test("names that mean names end, and so do those that double")
  func definitions() throws {
    var session = try Shipped.shared.get().session
    _ = try session.reply(to: "let zed0 = removals * 2")
    for index in 1...40 {
      let outcome = try session.reply(to: "let zed\(index) = zed\(index - 1) + zed\(index - 1)")
      guard outcome == .failed else { continue }
      #expect(index > 5)
      break
    }
    for index in 1...500 { _ = try session.reply(to: "let yed\(index) = zed0 + yed\(index - 1)") }
    #expect(session.pipeline.definitions.count < 40)
  }

  @Test(
    "a name that no question could begin with is refused",
    arguments: ["drop table x", "by zed", "show zed", "help"]
  )
  func names(_ name: String) throws {
    var session = try Shipped.shared.get().session
    #expect(try session.reply(to: "let \(name) = removals / 2") == .failed)
    #expect(try session.reply(to: "let zed \(name) = removals / 2") != .broken)
  }

  private func check(_ question: String, isAnswered: Bool) throws {
    let shipped = try Shipped.shared.get()
    switch try shipped.plan(question) {
    case .success(let plan):
      #expect(isAnswered, "\(question.prefix(120))")
      _ = try shipped.json(plan)
    case .failure(let mistake):
      #expect(!isAnswered, "\(question.prefix(120))\n\(mistake.message)")
      #expect(mistake.span.end <= question.utf8.count)
    }
  }
}
