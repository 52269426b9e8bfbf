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

  init(
    _ window: TextWindow,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon,
    borders: Set<Int>
  ) {
    var named: [(place: Int, alternatives: [Mention.Counted])] = []
    var actors: [String] = []
    modifiers = SlotModifiers(window, tokens, marks, lexicon)
    isDenied = Self.isDenied(window, tokens, marks)
    let stop = Self.stop(window, tokens, marks)
    let end = window.anchor.end(marks, tokens)
    asides = TextAsides(window, tokens, marks)
    for place in window.marks
    where !window.anchor.marks.contains(place) || marks[place].isNamed || marks[place].time != nil {
      let mark = marks[place]
      if asides.contains(mark.tokens.lowerBound) { continue }
      if let time = mark.time {
        let role = TimeRole(
          of: time,
          before: mark.tokens.lowerBound,
          in: tokens,
          from: window.tokens.lowerBound,
          lexicon
        )
        if window.anchor.isChange, time == .relative("office"), role == .own {
          times.append((time, .base, mark.tokens.lowerBound))
        } else if window.anchor.isChange || end != nil, let back = time.asBase {
          times.append((back, .base, mark.tokens.lowerBound))
        } else {
          times.append((time, role, mark.tokens.lowerBound))
        }
      }
      if let kind = Self.kind(ofNumber: place, tokens, marks) { kinds.append(kind) }
      guard let mention = mark.mention else { continue }
      if mention.isNotHeld, notHeld == nil { notHeld = mention.notHeld }
      if let event = mention.event ?? mention.term.flatMap({ lexicon.start(of: $0) }) {
        let role = TimeRole(
          of: .event(event),
          before: mark.tokens.lowerBound,
          in: tokens,
          from: window.tokens.lowerBound,
          lexicon
        )
        if role == .since || Self.isAfterWhen(mark, tokens) {
          times.append((.event(event), role, mark.tokens.lowerBound))
        } else if let term = mention.term, Self.isTime(place, tokens, marks) {
          times.append((.term(term), .own, mark.tokens.lowerBound))
        }
      }
      for word in mention.words {
        switch word.part {
        case .everywhere: isEverywhere = true
        case .restrict where !mention.has(.firstly): restriction = restriction ?? mention.text
        case .cause: cause = cause ?? mention.text
        case .future where Self.isInClause(mark, window, tokens): future = future ?? mention.text
        case .pronoun: pointsBack = true
        case .kind where mention.key == nil: namesPeople = true
        case .ever: isEver = true
        case .often where word.means.hasPrefix("per "): per = word.means
        default: break
        }
      }
      if mark.tokens.lowerBound >= stop, !window.scope.contains(place) { continue }
      if let key = mention.key, let id = lexicon.dimension(named: key), borders.contains(id) {
        namesBorder = true
      }
      if let kind = Self.kind(place, mention, tokens, marks, lexicon) { kinds.append(kind) }
      let counted = mention.counted.sorted { $0.preference < $1.preference }
        .filter { !Self.lacksThing($0, window, marks, lexicon) }
      let values = mention.values.sorted { $0.preference < $1.preference }
      if let first = counted.first,
        first.preference <= values.first?.preference ?? .max || values.isEmpty
          || first.preference < 3 && Self.isWhole(mark, tokens)
      {
        let best = first.preference
        named.append((place, counted.filter { $0.preference == best || best >= 3 }))
      } else if !values.isEmpty {
        if mention.has(.filler) { continue }
        // A kind of thing, or a breakdown, is no value of another: `the border`.
        if mention.has(.kind) || mention.key.flatMap(lexicon.dimension(named:)) != nil { continue }
        let value = TextTopic.Value(alternatives: values, text: mention.text, mark: place)
        if let last = self.values.last, Self.isToldCloser(last, value, tokens, marks) {
          self.values.removeLast()
        }
        if Self.isNeighbor(mark, tokens) { continue }
        self.values.append(value)
        actors.append(mention.text)
      }
    }
    // `five times the low of February 2021`, where nothing else is compared with.
    if !times.contains(where: { $0.role == .base }) {
      for (index, time) in times.enumerated()
      where time.role == .own && window.anchor.isBase(after: time.token) {
        times[index].role = .base
      }
    }
    unitAfter = Self.unit(after: window.anchor, marks, lexicon)
    dropActingStaff(named, window.anchor, marks, &actors, lexicon)
    if named.count > 0 { dropActors(&named, window.anchor, tokens, marks, &actors, lexicon) }
    self.counted = Self.chosen(named, window.anchor, marks)
    // A verb that is said of things of several units, beside one of them: `seized 9,250 pounds`.
    if let unitAfter, self.counted.contains(where: { $0.measure.unit == unitAfter }) {
      self.counted.removeAll { $0.measure.unit != unitAfter }
    }
    self.actors = actors
    namesOther = named.contains { other in
      !other.alternatives.contains { $0.measure.subject == counted.first?.measure.subject }
    }
    isVerbOfAnything = window.marks.contains { place in
      let own = marks[place].mention?.counted.filter { $0.preference >= 3 } ?? []
      return Set(own.map(\.measure.subject)).count > 1
        && own.contains { $0.measure == counted.first?.measure }
    }
    isByVerb = !self.counted.isEmpty && self.counted.allSatisfy { $0.preference >= 3 }
    if let own = composed(actors, lexicon) { self.counted = own }
  }
}
