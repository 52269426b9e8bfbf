/// The candidates closest to what was typed, nearest first; none when no candidate is close enough
/// to be a slip.
///
/// What is shorter than `shortest` bytes has no slips: among many names, a text of three letters is
/// one letter away from some that share nothing with it.
package func closestMatches(
  to typed: String,
  among candidates: some Sequence<String>,
  limit: Int = 3,
  shortest: Int = 1
) -> [String] {
  // The longest text that is compared: longer ones are not slips, and comparing them would take
  // long.
  guard (shortest...100).contains(typed.utf8.count) else { return [] }
  let allowed = max(1, typed.count / 4)
  var best: [(candidate: String, distance: Int)] = []
  for candidate in candidates where candidate.utf8.count >= shortest {
    let distance = editDistance(typed, candidate, atMost: allowed)
    if distance <= allowed { best.append((candidate, distance)) }
  }
  best.sort { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
  guard let nearest = best.first?.distance else { return [] }
  var seen: Set<String> = []
  return best.filter { $0.distance <= nearest + 1 && seen.insert($0.candidate).inserted }
    .prefix(limit).map(\.candidate)
}

/// The candidate closest to what was typed, or `nil` if none is close enough to be a slip.
package func closestMatch(to typed: String, among candidates: some Sequence<String>) -> String? {
  closestMatches(to: typed, among: candidates, limit: 1).first
}

/// Whether two words are one with a slip in it: a letter of a word of five, two of a word of eight
/// or more.
package func isSameWord(_ a: String, _ b: String) -> Bool {
  guard a != b else { return true }
  let allowed = min(a.utf8.count, b.utf8.count) >= 8 ? 2 : 1
  return min(a.utf8.count, b.utf8.count) >= 5 && editDistance(a, b, atMost: allowed) <= allowed
}

/// Insertions, deletions, replacements and swaps of neighbors that turn one text into the other;
/// more than `limit` when it takes more than `limit`.
private func editDistance(_ a: String, _ b: String, atMost limit: Int) -> Int {
  let a = Array(a.utf8)
  let b = Array(b.utf8)
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforePrevious[j - 1] + 1)
      }
      current.append(cost)
    }
    guard (current.min() ?? 0) <= limit else { return limit + 1 }
    (beforePrevious, previous) = (previous, current)
  }
  return previous[b.count]
}
