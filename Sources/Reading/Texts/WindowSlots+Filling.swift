import Catalog
import QueryLanguage

extension WindowSlots {
  init(
    _ window: TextWindow,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon,
    borders: Set<Int>
  ) {
    asides = TextAsides(window, tokens, marks)
    modifiers = SlotModifiers(window, tokens, marks, lexicon)
    isDenied = Self.isDenied(window, tokens, marks)
    let source = FilledFrom(window, tokens, marks, lexicon, borders)
    var names = Names()
    for place in window.marks
    where !window.anchor.marks.contains(place) || marks[place].isNamed || marks[place].time != nil {
      if asides.contains(marks[place].tokens.lowerBound) { continue }
      readTime(place, source)
      readWords(place, source)
      if marks[place].tokens.lowerBound >= source.stop, !window.scope.contains(place) { continue }
      readNames(place, source, &names)
    }
    markBase(window.anchor)
    unitAfter = Self.unit(after: window.anchor, marks, lexicon)
    choose(among: &names, source)
  }
}

extension WindowSlots {
  /// What the slots are filled from.
  struct FilledFrom {
    let window: TextWindow
    let tokens: [TextToken]
    let marks: [TextMark]
    let lexicon: TextLexicon
    /// The dimensions of which one value is meant where none is named.
    let borders: Set<Int>
    /// Where what is counted ends.
    let stop: Int
    /// Which end of a change the number is.
    let end: TextEnd?

    init(
      _ window: TextWindow,
      _ tokens: [TextToken],
      _ marks: [TextMark],
      _ lexicon: TextLexicon,
      _ borders: Set<Int>
    ) {
      self.window = window
      self.tokens = tokens
      self.marks = marks
      self.lexicon = lexicon
      self.borders = borders
      stop = WindowSlots.stop(window, tokens, marks)
      end = window.anchor.end(marks, tokens)
    }

    func role(of time: SpokenTime, at mark: TextMark) -> TimeRole {
      TimeRole(
        of: time,
        before: mark.tokens.lowerBound,
        in: tokens,
        from: window.tokens.lowerBound,
        lexicon
      )
    }
  }

  /// What is counted as far as it is named, with the places of the marks, and who acts.
  struct Names {
    var counted: [(place: Int, alternatives: [Mention.Counted])] = []
    var actors: [String] = []
  }

  /// A time, an event or an office.
  private mutating func readTime(_ place: Int, _ source: FilledFrom) {
    let mark = source.marks[place]
    let token = mark.tokens.lowerBound
    if let time = mark.time {
      let role = source.role(of: time, at: mark)
      let isChange = source.window.anchor.isChange
      if isChange, time == .relative("office"), role == .own {
        times.append((time, .base, token))
      } else if isChange || source.end != nil, let back = time.asBase {
        times.append((back, .base, token))
      } else {
        times.append((time, role, token))
      }
    }
    if let kind = Self.kind(ofNumber: place, source.tokens, source.marks) { kinds.append(kind) }
    guard let mention = mark.mention,
      let event = mention.event ?? mention.term.flatMap({ source.lexicon.start(of: $0) })
    else { return }
    let role = source.role(of: .event(event), at: mark)
    if role == .since || Self.isAfterWhen(mark, source.tokens) {
      times.append((.event(event), role, token))
    } else if let term = mention.term, Self.isTime(place, source.tokens, source.marks) {
      times.append((.term(term), .own, token))
    }
  }

  /// What words do that name nothing.
  private mutating func readWords(_ place: Int, _ source: FilledFrom) {
    let mark = source.marks[place]
    guard let mention = mark.mention else { return }
    if mention.isNotHeld, notHeld == nil { notHeld = mention.notHeld }
    for word in mention.words {
      switch word.part {
      case .everywhere: isEverywhere = true
      case .restrict where !mention.has(.firstly): restriction = restriction ?? mention.text
      case .cause: cause = cause ?? mention.text
      case .future where Self.isInClause(mark, source.window, source.tokens):
        future = future ?? mention.text
      case .pronoun: pointsBack = true
      case .kind where mention.key == nil: namesPeople = true
      case .ever: isEver = true
      case .often where word.means.hasPrefix("per "): per = word.means
      default: break
      }
    }
  }

  /// What is counted, or a value, or a kind of values.
  private mutating func readNames(_ place: Int, _ source: FilledFrom, _ names: inout Names) {
    let (tokens, marks, lexicon) = (source.tokens, source.marks, source.lexicon)
    let mark = marks[place]
    guard let mention = mark.mention else { return }
    if let key = mention.key, let id = lexicon.dimension(named: key), source.borders.contains(id) {
      namesBorder = true
    }
    if let kind = Self.kind(place, mention, tokens, marks, lexicon) { kinds.append(kind) }
    let counted = mention.counted.sorted { $0.preference < $1.preference }
      .filter { !Self.lacksThing($0, source.window, marks, lexicon) }
    let values = mention.values.sorted { $0.preference < $1.preference }
    if let first = counted.first,
      first.preference <= values.first?.preference ?? .max || values.isEmpty
        || first.preference < 3 && Self.isWhole(mark, tokens)
    {
      let best = first.preference
      names.counted.append((place, counted.filter { $0.preference == best || best >= 3 }))
      return
    }
    // A kind of thing, or a breakdown, is no value of another: `the border`.
    guard !values.isEmpty, !mention.has(.filler), !mention.has(.kind),
      mention.key.flatMap(lexicon.dimension(named:)) == nil
    else { return }
    let value = TextTopic.Value(alternatives: values, text: mention.text, mark: place)
    if let last = self.values.last, Self.isToldCloser(last, value, tokens, marks) {
      self.values.removeLast()
    }
    if Self.isNeighbor(mark, tokens) { return }
    self.values.append(value)
    names.actors.append(mention.text)
  }

  /// `five times the low of February 2021`, where nothing else is compared with.
  private mutating func markBase(_ anchor: TextAnchor) {
    guard !times.contains(where: { $0.role == .base }) else { return }
    for (index, time) in times.enumerated()
    where time.role == .own && anchor.isBase(after: time.token) {
      times[index].role = .base
    }
  }

  /// Chooses what is counted among what is named.
  private mutating func choose(among names: inout Names, _ source: FilledFrom) {
    let (window, marks, lexicon) = (source.window, source.marks, source.lexicon)
    dropActingStaff(names.counted, window.anchor, marks, &names.actors, lexicon)
    if !names.counted.isEmpty {
      dropActors(&names.counted, window.anchor, source.tokens, marks, &names.actors, lexicon)
    }
    counted = Self.chosen(names.counted, window.anchor, marks)
    // A verb that is said of things of several units, beside one of them: `seized 9,250 pounds`.
    if let unitAfter, counted.contains(where: { $0.measure.unit == unitAfter }) {
      counted.removeAll { $0.measure.unit != unitAfter }
    }
    actors = names.actors
    namesOther = names.counted.contains { other in
      !other.alternatives.contains { $0.measure.subject == counted.first?.measure.subject }
    }
    isVerbOfAnything = window.marks.contains { place in
      let own = marks[place].mention?.counted.filter { $0.preference >= 3 } ?? []
      return Set(own.map(\.measure.subject)).count > 1
        && own.contains { $0.measure == counted.first?.measure }
    }
    isByVerb = !counted.isEmpty && counted.allSatisfy { $0.preference >= 3 }
    if let own = composed(actors, lexicon) { counted = own }
  }
}
