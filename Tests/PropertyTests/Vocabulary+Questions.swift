import TestSupport

/// Random questions: most are well formed, many can be answered.
extension Vocabulary {
  func question(_ dice: inout Dice) -> String {
    let parts = parts(&dice)
    return ([parts.columns] + parts.clauses).joined(separator: " ")
  }

  /// What is asked for, and clauses whose order means nothing.
  func parts(_ dice: inout Dice) -> (columns: String, clauses: [String]) {
    let subject = dice.pick(subjects)
    var columns = dice.isOne(in: 6) ? dice.pick(phrases) : column(subject, &dice)
    if dice.isOne(in: 5) { columns += ", " + dice.pick(subjects).measure }
    var clauses: [String] = []
    if !dice.isOne(in: 3) { clauses.append("by " + dimensions(subject, &dice)) }
    if let filter = filter(subject, &dice) { clauses.append(filter) }
    if !dice.isOne(in: 4) { clauses.append(dice.pick(periods)) }
    if dice.isOne(in: 5) { clauses.append(dice.pick(["top 3", "bottom 2", "top 1"])) }
    if dice.isOne(in: 6) { clauses.append("limit \(dice.roll(1...5))") }
    if dice.isOne(in: 8) { clauses.append("order by \(subject.measure) desc") }
    if dice.isOne(in: 3) { clauses.append("with " + extras(&dice)) }
    if dice.isOne(in: 10) { clauses.append("across " + dimensions(subject, &dice)) }
    if dice.isOne(in: 10) { clauses.append(dice.pick(["per day", "per month", "per fy"])) }
    if dice.isOne(in: 10) {
      clauses.append(dice.pick(["vs previous year", "vs fy2022", "vs 2021"]))
    }
    if dice.isOne(in: 12) { clauses.append(dice.pick(["as of 2024-06-04", "as of mar 2023"])) }
    if dice.isOne(in: 12) { clauses.append("where \(subject.measure) > \(dice.roll(0...5000))") }
    return (columns, clauses.shuffled(using: &dice))
  }

  /// A measure, or something calculated with it.
  private func column(_ subject: Subject, _ dice: inout Dice) -> String {
    let measure = subject.measure
    let value = subject.members.isEmpty ? nil : dice.pick(subject.members)
    let other = dice.pick(subjects).measure
    switch dice.roll(1...14) {
    case 1: return "\(measure) / \(other)"
    case 2: return "\(measure) + \(other) as both"
    case 3: return value.map { "\(measure)(\"\($0)\") / \(measure) as part" } ?? measure
    case 4: return "\(dice.pick(["max", "min", "average", "median"]))(\(measure) by month)"
    case 5: return "-(\(measure) - 2.5 * \(measure)) / 3 as odd"
    case 6: return "max(\(measure) by fy) - \(measure) as gap"
    default: return measure
    }
  }

  private func extras(_ dice: inout Dice) -> String {
    let all = [
      "change", "yoy", "share", "running", "rolling 3", "rank", "index fy2020", "index jan 2023",
      "total", "others", "sources",
    ]
    return Array(all.shuffled(using: &dice).prefix(dice.roll(1...3))).joined(separator: ", ")
  }

  private func dimensions(_ subject: Subject, _ dice: inout Dice) -> String {
    var names: [String] = []
    if subject.dimensions.isEmpty || dice.isOne(in: 2) { names.append(dice.pick(times)) }
    if !subject.dimensions.isEmpty, dice.isOne(in: 2) {
      names.append(dice.pick(subject.dimensions))
    }
    if dice.isOne(in: 15) { names.append(dice.pick(["administration", "source"])) }
    return names.isEmpty ? "fy" : names.joined(separator: ", ")
  }

  private func filter(_ subject: Subject, _ dice: inout Dice) -> String? {
    guard !subject.members.isEmpty, !subject.dimensions.isEmpty else { return nil }
    let value = dice.pick(subject.members)
    switch dice.roll(1...6) {
    case 1: return "for \"\(value)\""
    case 2: return "for \(value), \(dice.pick(subject.members))"
    case 3: return "where \(dice.pick(subject.dimensions)) = \"\(value)\""
    case 4: return "where not \(dice.pick(subject.dimensions)) in (\"\(value)\")"
    default: return nil
    }
  }

  /// Tokens of the language and names of the catalog, in any order.
  func tokenSoup(_ dice: inout Dice) -> String {
    (0...dice.roll(0...12)).map { _ in
      let subject = dice.pick(subjects)
      return switch dice.roll(1...5) {
      case 1: subject.measure
      case 2: subject.members.isEmpty ? "x" : dice.pick(subject.members)
      case 3: subject.dimensions.isEmpty ? "y" : dice.pick(subject.dimensions)
      default: dice.pick(tokens)
      }
    }.joined(separator: dice.isOne(in: 4) ? "" : " ")
  }

  func noise(_ dice: inout Dice) -> String {
    let bytes = (0...dice.roll(0...60)).map { _ in UInt8.random(in: 0...255, using: &dice) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A question with some of its bytes changed, cut out, doubled or swapped.
  func mutation(of question: String, _ dice: inout Dice) -> String {
    var bytes = Array(question.utf8)
    for _ in 1...dice.roll(1...3) where !bytes.isEmpty {
      let at = dice.roll(0...bytes.count - 1)
      switch dice.roll(1...5) {
      case 1: bytes.remove(at: at)
      case 2: bytes[at] = UInt8.random(in: 0...255, using: &dice)
      case 3: bytes.insert(contentsOf: Array(dice.pick(tokens).utf8), at: at)
      case 4: bytes.swapAt(at, dice.roll(0...bytes.count - 1))
      default: bytes.removeSubrange(at..<min(bytes.count, at + dice.roll(1...8)))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
