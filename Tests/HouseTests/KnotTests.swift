import Testing

/// Files that need each other in a circle can only be understood together.
@Suite("Files do not hang in circles")
struct KnotTests {
  /// The circles that there are, by target, each by its files. They only get smaller.
  ///
  /// Members of open lists are not counted, so that a new one is one file and one line.
  private static let allowed: [String: Int] = [
    "LineEditing": 2,
    "Output": 2,
    "Planner": 2,
    "QueryLanguage": 13,
    "Results": 2,
    "Shell": 7,
    "Store": 4,
  ]

  /// Clauses resolve into what holds them: the price of one file a clause. Statements and commands
  /// change the session that runs them.
  private static let openLists = ["/Clauses/", "/Statements/", "/Commands/"]

  private func size(_ knot: [SourceFile]) -> Int {
    knot.count { file in !Self.openLists.contains { file.path.contains($0) } }
  }

  @Test(
    "no circle of files is larger than it is known to be",
    arguments: Set(SourceFile.all.map(\.target)).sorted()
  )
  func knots(of target: String) {
    let files = SourceFile.all.filter { $0.target == target }
    let knots = FileGraph(files).knots
    let known = Self.allowed[target] ?? 1
    let tooLarge = knots.filter { size($0) > known }.map { $0.map(\.path).sorted() }
    #expect(tooLarge == [])
    let largest = knots.map(size).max() ?? 1
    #expect(largest == known, "the largest circle of \(target) has \(largest) files: say so above")
  }

  @Test("a circle is found")
  func findsCircles() {
    let graph = [0: [1], 1: [2], 2: [0], 3: [0]]
    #expect(circles(among: 4) { graph[$0] ?? [] } == [[0, 1, 2]])
  }
}

/// Which files of a target name types of which others.
private struct FileGraph {
  private let files: [SourceFile]
  private let edges: [[Int]]

  init(_ files: [SourceFile]) {
    self.files = files
    var home: [String: Int] = [:]
    for (index, file) in files.enumerated() {
      for type in file.types { home[type] = index }
    }
    edges = files.enumerated().map { index, file in
      file.words.compactMap { home[$0] }.filter { $0 != index }
    }
  }

  /// The circles of more than one file.
  var knots: [[SourceFile]] {
    circles(among: files.count) { edges[$0] }.map { $0.map { files[$0] } }
  }
}

/// The sets of more than one node that reach one another, by Tarjan's algorithm.
private func circles(among count: Int, _ next: (Int) -> [Int]) -> [[Int]] {
  var number: [Int: Int] = [:]
  var low: [Int: Int] = [:]
  var stack: [Int] = []
  var found: [[Int]] = []
  func visit(_ node: Int) {
    number[node] = number.count
    low[node] = number[node]
    stack.append(node)
    for other in next(node) {
      if number[other] == nil {
        visit(other)
        low[node] = min(low[node] ?? 0, low[other] ?? 0)
      } else if stack.contains(other) {
        low[node] = min(low[node] ?? 0, number[other] ?? 0)
      }
    }
    guard low[node] == number[node], let start = stack.firstIndex(of: node) else { return }
    let members = stack[start...].sorted()
    stack.removeSubrange(start...)
    if members.count > 1 { found.append(members) }
  }
  for node in 0..<count where number[node] == nil { visit(node) }
  return found
}
