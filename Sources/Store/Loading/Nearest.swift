private import Diagnostics

/// `nearest: venezuela`, when one of the known words is close enough to be the one meant.
func nearestHint(to word: String, among known: some Sequence<String>) -> String? {
  closestMatch(to: word, among: known).map { "nearest: \($0)" }
}
