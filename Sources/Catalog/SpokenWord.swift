/// A word of everyday speech, and the part that it has in a line.
package struct SpokenWord: Hashable, Sendable {
  /// What a word does in a line. The raw values are those of `part` in the table of words.
  package enum Part: String, CaseIterable, Sendable {
    /// Adds nothing, wherever it is: `please`, `the`.
    case filler
    /// Asks for one figure: `how many`.
    case amount
    /// What is counted: `deported`.
    case counted
    /// Something that several measures are about, each of which may be meant: `border numbers`.
    case topic
    /// A value: `kids`.
    case value
    /// A kind of thing that adds nothing beside what is of that kind: `nationals`, `sector`.
    case kind
    /// What is counted must have it, and it adds nothing else: a unit (`unit=pounds`), a dimension
    /// that it is published by (`dimension=drug`), that it is a level (`kind=level`), or one of
    /// those who publish it (`publisher=CBP; DHS`).
    case trait
    /// What rows are broken down by: `country`.
    case key
    /// `by`, `per`, `each`.
    case each
    /// A breakdown by itself: `monthly`.
    case often
    /// `most`, `top`; `fewest`.
    case most, least
    /// Of all that is held: `ever`.
    case ever
    case share, ratio, average
    /// Before what is compared: `difference between`.
    case compare
    /// Between what is compared: `vs`.
    case against
    /// `growth`, `trend`.
    case change
    /// `went up`; `falling`.
    case rise, fall
    /// Asks what something is; asks for a list; asks for causes.
    case fact, list, why
    /// Before a value: `from`, `of`; `in`, `at`; `to`; `with`; `under`.
    case origin, place, to, with, under
    case and
    /// Takes something away, or makes another quantity: never read.
    case deny
    /// A period by itself, as a clause of the language: `last year`.
    case period
    /// A month by its number, in another language.
    case month
    /// Before a number: `nearly`, with the degree of the language that it is.
    case degree
    /// After a number: `million`, with the sign of the language that it is.
    case unit
    /// A place in a row, and a number: `first`; `six`. `last` is -1.
    case ordinal, numeral
    /// After a number of years: `ago`.
    case ago
    /// After a year, the kind of year that it is: `calendar year`, with `cy`.
    case unitOfYear = "unit_of_year"
    /// A part of a year by its number of months: `half`; by its months: `summer`.
    case span, season
    /// One of the words of `before and after`: `pre`, with `before`.
    case around
    /// Before a period: `desde`; `hasta`; `entre`.
    case since, until, between
    /// After an administration, which of its terms: `in his first term`, with `1`.
    case term
    /// Says that a level is asked for, as it is: `left`.
    case level
    /// Before a colon at the beginning of a line, adds nothing: `claim: …`.
    case heading
    /// Another way of writing a longer word, which it means: `pop`.
    case short
    /// A format of the answer, as the language names it: `chart`.
    case format
    /// Speaks of a place of which most mean one value: `the border`. Without a meaning, it speaks
    /// of none: `border patrol`.
    case usual

    // What only texts have.

    /// A time after another, or after the day of the text: `a year earlier`.
    case relative
    /// After a month: years back from that of the text: `of last year`. After a number of years:
    /// `earlier`.
    case yearBack = "year_back"
    case earlier
    /// `third`, with its denominator; `twice`, with its factor.
    case fraction, multiple
    /// After a percentage: `above`, with `up` or `down`.
    case above
    /// More than half: `majority`.
    case majority
    /// Each period of a unit: `every month`; with `none`, that it is so of no one.
    case every
    /// One after another: `in a row`.
    case run
    /// Never before: `for the first time`; with `period`, the first such period.
    case firstly
    /// Before what all others of a kind are: `than any other`.
    case anyOther = "any_other"
    /// Verbs of change that may be without a number.
    case verb
    /// Ends no sentence with its point: `Jan`.
    case abbreviation
    /// Before a number that is a name: `Section`.
    case label
    /// After a number, measures something of another field: `miles`.
    case measured
    /// Why; what is to come; that it is not so.
    case cause, future, negation
    /// Points back: `it`, `them`.
    case pronoun
    /// All places together: `nationwide`.
    case everywhere
    /// Makes another quantity than what is counted: `repeat`.
    case restrict
    /// Something of another field, of which texts state numbers: `tariff`.
    case otherField = "other_field"
    /// `said`, after who says it.
    case saying
    /// Begins another part of a sentence: `while`.
    case clause
    /// Keeps what is counted to nothing less: `officials`, `roughly`.
    case plain
    /// One of several of its kind: `the largest group`.
    case group
    /// A kind of place.
    case placeKind = "place_kind"
    /// A kind of those who act: `agency`.
    case actorKind = "actor_kind"
    /// A word of another part, which only texts have: the part, and what it means there.
    case text

    /// Whether lines that are typed do not know it.
    package var isOfTexts: Bool {
      switch self {
      case .relative, .yearBack, .earlier, .fraction, .multiple, .above, .majority, .every,
        .run, .firstly, .anyOther, .verb, .abbreviation,
        .label,
        .measured, .cause, .future, .negation, .pronoun, .everywhere, .restrict,
        .otherField, .saying, .clause,
        .plain, .group, .placeKind, .actorKind, .text:
        true
      default: false
      }
    }
  }

  /// How what a word means is related to it.
  package enum Meaning: String, CaseIterable, Sendable {
    case same
    /// The nearest official count, which is shown and said.
    case standsIn = "stands_in"
    /// Only offered.
    case nearest
    /// What the word means beside a value that nothing else it can mean is published by: `caught`
    /// beside a drug.
    case beside
    /// What the word means where a number of them is asked for: `how many seizures` are events, and
    /// not pounds.
    case number
  }

  package let id: Int
  package let text: String
  package let part: Part
  /// A measure, perhaps with values; `dimension=member`; a key; a clause: as the part wants it.
  package let means: String
  package let meaning: Meaning
  /// What is said with the answer; empty where nothing is.
  package let note: String
  /// Whether only lines that are typed know it, and texts that are read do not.
  package let isOfLines: Bool
}

extension SpokenWord: StoredValue {
  package static let table = "word"
  package static let columns = "id, word, part, means, meaning, note, of_lines"

  package init?(row: some CatalogRow) {
    guard let part = Part(rawValue: row.text(at: 2)) else { return nil }
    id = row.integer(at: 0)
    text = row.text(at: 1)
    self.part = part
    means = row.text(at: 3)
    meaning = Meaning(rawValue: row.text(at: 4)) ?? .same
    note = row.text(at: 5)
    isOfLines = row.integer(at: 6) == 1
  }
}

extension SpokenWord {
  /// As a text has it: a word that only texts have, by the part that it has there; `nil` for one
  /// that no text knows.
  package var inTexts: SpokenWord? {
    guard !isOfLines else { return nil }
    // `a 98% decrease in 2024`: a text states what a typed line asks for.
    if part == .change, let direction = Part(rawValue: means) { return becoming(direction, "") }
    // `11,201 pounds`: a unit is told beside a number.
    if part == .trait, means.hasPrefix("unit=") { return becoming(.kind, "") }
    if part == .trait, means.hasPrefix("publisher=") { return becoming(.filler, "") }
    guard part == .text else { return self }
    let words = means.split(separator: " ", maxSplits: 1).map(String.init)
    guard let part = words.first.flatMap(Part.init) else { return self }
    return becoming(part, words.count > 1 ? words[1] : "")
  }

  private func becoming(_ part: Part, _ means: String) -> SpokenWord {
    SpokenWord(
      id: id,
      text: text,
      part: part,
      means: means,
      meaning: meaning,
      note: note,
      isOfLines: isOfLines
    )
  }
}
