import Catalog
import Diagnostics
import QueryLanguage

/// Some words of a line, with everything that they can mean.
struct Mention {
  /// Something to count, as the language writes it.
  struct Counted: Equatable {
    /// A measure, perhaps with values: `encounters`, `CBP book-outs for released by Border Patrol`.
    let expression: String
    /// The measure alone.
    let measure: Measure
    /// Values that it is kept to.
    private(set) var values: [Value]
    /// What is said with the answer.
    let note: String
    /// The preference among what the words can mean; the lower wins.
    let preference: Int
    /// How what is counted is related to the words.
    var meaning = SpokenWord.Meaning.same

    /// The same, kept to one more value.
    func keeping(_ value: Value) -> Counted {
      var counted = self
      counted.values.append(value)
      return counted
    }
  }

  /// A value of a dimension.
  struct Value: Equatable {
    /// As the language writes it.
    let name: String
    let dimension: Int
    /// The name of the dimension, as the language writes it.
    let dimensionName: String
    let preference: Int
    /// Whether it is written with its dimension: `sector = San Diego`.
    var isTest = false
    /// Whether everything else of its dimension is meant: `other than mexico`.
    var isExcluded = false
    /// What is said with the answer.
    var note = ""

    init(_ name: String, of dimension: Int, _ preference: Int, _ catalog: any CatalogReader) {
      self.name = name
      self.dimension = dimension
      dimensionName = catalog.dimension(dimension)?.name ?? ""
      self.preference = preference
    }

    var text: String {
      isTest ? "\(dimensionName) \(isExcluded ? "!=" : "=") \(name)" : name
    }

    /// As a test of its dimension.
    var tested: Value {
      var value = self
      value.isTest = true
      return value
    }

    /// Everything else of its dimension.
    var excluded: Value {
      var value = tested
      value.isExcluded = true
      return value
    }
  }

  let text: String
  let span: SourceSpan
  var counted: [Counted] = []
  var values: [Value] = []
  /// What follows `by`, where it names a breakdown, and what it names in other tables: `country`
  /// is the citizenship of those encountered, and the country for which a process was made.
  var key: String? { keys.first }
  private(set) var keys: [String] = []
  /// What it does as a word of speech.
  var words: [SpokenWord] = []
  /// A period, or clauses of the language.
  var period: NamedTime?
  var clause: (any Clause)?
  /// A clause about time, as the language writes it.
  var periodText: String?
  /// Months without a year; those after 12 are of the year after.
  var months: ClosedRange<Int>?
  /// A number of years before the last whole one.
  var yearsAgo: Int?
  var number: Int?
  /// A number that is stated, and not one of the language's clauses.
  var amount: StatedAmount?
  /// What is said with the answer.
  var note = ""
  /// Whether a comma precedes it.
  var isAfterComma = false
  /// Whether a range of periods is one: `first half of 2024`.
  var isOnePeriod = false
  /// Whether a period is the first of all that follow: `1992 to present`.
  var isOpen = false
  /// Whether it names an event or an administration.
  var isDated = false
  /// Names of several of whom each may be meant: those of presidents named `bush`.
  var holders: [String] = []
  /// What is known not to be in the data.
  var notHeld: NotHeld?
  /// When an event was that it names; and the id of the administration that it names. Only texts
  /// look at them.
  var event: Period?
  var term: Int?

  /// A period without a word before it.
  enum NamedTime: Equatable {
    case one(PeriodTerm)
    case range(PeriodTerm, PeriodTerm)
  }

  init(_ text: String, _ span: SourceSpan) {
    self.text = text
    self.span = span
  }

  /// Whether the last word is of several: `sectors`, and not `class` or `status`.
  var isPlural: Bool {
    text.utf8.count > 3 && text.hasSuffix("s")
      && !["ss", "us", "is", "ís"].contains(where: text.hasSuffix)
  }

  mutating func add(key: String) {
    if !keys.contains(key) { keys.append(key) }
  }

  /// Whether it is known not to be in the data, and is no name of something that is.
  var isNotHeld: Bool { notHeld != nil && counted.allSatisfy { $0.preference > 0 } }

  /// Whether it only makes another quantity of what is named.
  var isOnlyDenial: Bool {
    has(.deny) && word(.deny)?.means == "other" && counted.isEmpty && values.isEmpty
  }

  /// Whether it only says how exactly a number is meant.
  var isDegree: Bool {
    counted.isEmpty && values.isEmpty && keys.isEmpty && notHeld == nil && !words.isEmpty
      && words.allSatisfy { $0.part == .degree }
  }

  /// Whether it may only say what kind of thing is beside it.
  var isKind: Bool { has(.kind) || has(.trait) }

  func has(_ part: SpokenWord.Part) -> Bool { words.contains { $0.part == part } }

  func word(_ part: SpokenWord.Part) -> SpokenWord? { words.first { $0.part == part } }

  /// Whether nothing is known of the words.
  var isUnknown: Bool {
    counted.isEmpty && values.isEmpty && key == nil && words.isEmpty && period == nil
      && clause == nil && number == nil && notHeld == nil && periodText == nil
      && holders.isEmpty && amount == nil && yearsAgo == nil && months == nil
  }
}
