import Catalog
import QueryLanguage

/// What a window itself says: what is counted, of which values, when, and what restricts it.
struct WindowSlots {
  var counted: [Mention.Counted] = []

  var values: [TextTopic.Value] = []

  var times: [(time: SpokenTime, role: TimeRole, token: Int)] = []

  var isEverywhere = false

  /// A word that makes another quantity, or takes something away.
  var restriction: String?
  /// Whether it is said that it is not so, right of it: `is not the lowest`.
  var isDenied = false

  /// What else makes the judgment: `every month`, `in a row`.
  var modifiers = SlotModifiers()

  var cause: String?
  var future: String?
  var notHeld: NotHeld?
  var isEver = false

  var per: String?
  /// Whether it points back: `it`, `that`, `of them`.
  var pointsBack = false

  /// What is said between commas of a word of it.
  let asides: TextAsides

  /// The kinds of values that are named without one: `in the sector`, `of the drug`.
  var kinds: [NamedKind] = []

  /// A kind of values that is named, and how many of them: `the three nationalities`.
  struct NamedKind {
    /// `nil` where no kind is named: `those two`.
    let dimension: Int?
    /// The place of its mark in the sentence.
    let mark: Int
    var count = 1
  }

  /// The unit after a number, where it is not people: `11,201 pounds`.
  var unitAfter: String?
  /// Whether it names people or things in general: `people`, `them`.
  var namesPeople = false

  /// Whether it names a kind of place without one: `the same border`.
  var namesBorder = false

  /// Whether it names something else that is counted, which has no part in the statement.
  var namesOther = false

  /// Who acts: `ICE`, `Border Patrol`.
  var actors: [String] = []

  /// Whether the verb that tells what is counted is said of things that have nothing in common:
  /// `came in`.
  var isVerbOfAnything = false

  /// Whether what is counted is only told by a verb: `met`, `arrested`.
  var isByVerb = false
}
