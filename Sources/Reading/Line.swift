import Catalog
import QueryLanguage

/// A line as its words fill slots: what is counted, of which values, by what, when, and what is
/// asked of it.
struct Line {
  /// Something to count, with its place among the mentions.
  struct Counted {
    /// What the words can mean, the preferred first.
    let alternatives: [Mention.Counted]
    let place: Int
    let text: String
    /// The word before it: `in`, `of`.
    let preposition: SpokenWord.Part?

    /// Whether it is what several measures are about.
    var isTopic: Bool { alternatives.allSatisfy { $0.preference >= 5 } }
    /// Whether it also names people, whatever is counted of them: `illegal immigrants`.
    var isOfPeople = false

    /// Whether another names one of the measures that a topic is about.
    func isAbout(_ other: Counted) -> Bool {
      guard !other.isTopic else { return false }
      return isOfPeople
        || alternatives.contains { own in
          other.alternatives.contains { $0.measure == own.measure }
        }
    }
  }

  /// A value that is kept, with its place and the word before it.
  struct Value {
    var alternatives: [Mention.Value]
    let place: Int
    var preposition: SpokenWord.Part?
    let text: String
    /// Whether it may be no value, but the kind of thing of another: `border`.
    let isKind: Bool
    /// Whether a word or a comma joins it to the value before it.
    let isJoined: Bool
    /// Whether the word that joins it is `or`.
    var isAlternative = false
    /// Whether the word before it names a whole, as `among` does.
    var isWhole = false
    /// Whether everything else of its dimension is meant: `other than mexico`.
    var isExcluded: Bool { alternatives.allSatisfy(\.isExcluded) }

    var withoutPreposition: Value {
      var value = self
      value.preposition = nil
      return value
    }
  }

  struct NamedPeriod {
    var kind: Kind
    let place: Int
    /// `since` or `until` before it, in words that are not the language's.
    let lead: SpokenWord.Part?
    /// Whether it is left out itself: `prior to 2001`.
    var isLeftOut = false
    /// The word of the language before it.
    var word: String {
      switch lead {
      case .since: isLeftOut ? "after" : "since"
      case .until: isLeftOut ? "before" : "until"
      default: "in"
      }
    }
    /// Whether it is the fiscal year so far.
    var isToDate: Bool {
      if case .text("fytd") = kind { true } else { false }
    }
    /// Whether a range is one period: `first half of 2024`.
    var isOne = false

    enum Kind {
      case one(PeriodTerm)
      case range(PeriodTerm, PeriodTerm)
      case clause(any Clause)
      /// As the language writes it.
      case text(String)
      /// A number of years before the last whole one.
      case yearsAgo(Int)
      /// The newest months of those numbers; those after 12 are of the year after.
      case newest(ClosedRange<Int>)

      /// Whether it is the time in office of somebody.
      var isAdministration: Bool {
        switch self {
        case .one(let term): term.isAdministration
        case .clause(let clause): clause is UnderClause
        case .range, .text, .yearsAgo, .newest: false
        }
      }
    }
  }

  var counted: [Counted] = []
  var values: [Value] = []
  /// What a breakdown can mean besides what it is called here.
  var otherKeys: [String: [String]] = [:]
  /// Words for breakdowns that name no one dimension, by the first that they can mean: `type`.
  var looseWords: [String: String] = [:]
  /// The format of the answer, as the language names it.
  var format: String?
  /// What follows `by`, in order.
  var keys: [String] = []
  /// A breakdown that was named without `by`: `which sector`.
  var looseKeys: [LooseKey] = []

  struct LooseKey {
    var key: String
    let isPlural: Bool
    /// Whether only a word like `who` names it, which may ask for nothing.
    var isRelative = false
  }
  var periods: [NamedPeriod] = []
  /// Leaves out what a mean is of, where that is named beside it: `average length of stay in ICE
  /// detention`.
  mutating func leaveOutWhatMeansAreOf() {
    guard !joinsMeasures, counted.count == 2 else { return }
    let kinds = counted.map { $0.alternatives.first?.measure.kind }
    let subjects = counted.map { $0.alternatives.first?.measure.subject }
    guard subjects[0] == subjects[1],
      let mean = kinds.firstIndex(where: { $0 == .average || $0 == .mean }),
      kinds[1 - mean] == .stock
    else { return }
    counted.remove(at: 1 - mean)
  }

  /// What words ask of what is counted.
  var demands = Demands()
  /// Numbers that are stated, with their places.
  var amounts: [(stated: StatedAmount, place: Int)] = []
  /// What is said with the answer.
  var notes: [String] = []

  /// Whether what it names is meant together: `families and children combined`.
  var isSum = false

  /// Whether it says `most` and not `the most`, with nothing that is ranked named by the word.
  var saysMost = false
  /// Whether it asks of each single period: `every year`.
  var repeats = false
  /// Whether its word for a ranking is of several things: `top`, `leading`.
  var ranksThings = false
  /// Whether it says `in the united states`, which adds nothing to what is counted.
  var saysInCountry = false
  /// Whether something else is counted than it says, which is not held.
  var hasInstead = false
  /// Whether it says that something is a record; and that it is one now.
  var saysRecord = false
  var saysNow = false
  /// Whether its word of change compares one with others: `higher`.
  var isComparative = false
  /// A word for the highest or the lowest, by what is good: `worst year`.
  var merit: (Merit, text: String)?
  /// Whether a share is asked for beside figures: `top 3 countries, with share`.
  var showsShare = false
  /// Whether one period is set against all others: `than in any year`.
  var comparesWithAny = false
  /// The place of words for the same part of another year: `same period last year`.
  var samePeriod: Int?
  /// Which period is asked for, where it asks when figures passed a number: `when did it pass 3m`.
  var crossing: Crossing?
  /// How many rows a ranking has, where it says so.
  var count: Int?
  /// The places of words that ask for something, by their part.
  var asked: [SpokenWord.Part: Int] = [:]
  /// What the language makes of finer periods, where it is no mean: `median`.
  var fold: String?
  /// What figures are divided by, as the language writes it: `per day`.
  var per: String?
  /// A verb of the language that says by how much: `doubled`.
  var verb: String?
  /// Whether a change is that against the year before.
  var isYearOverYear = false
  /// Whether the change is shown beside figures: `with change`.
  var showsChange = false
  /// Whether figures are added up from period to period: `cumulative`.
  var isRunning = false
  /// What is made of so many periods at a time, each row's own the last: `12-month total`.
  var rolling: Rolling?
  /// Whether a change is one down: `the biggest drop`.
  var isOfFalls = false
  /// The place of `so far`, which is of the year where no other time is said.
  var saysSoFar: Int?
  /// Whether it compares in the word of the language, which needs two periods: `vs`.
  var saysVs = false
  /// Places of `vs`.
  var comparedAfter: [Int] = []

  /// The place of words that a whole follows: `as a share of`.
  var wholeAfter: Int?

  /// Whether such words are followed by a value alone, which is no whole of what is counted.
  func namesWholeOfShare(_ values: [Mention.Value]) -> Bool {
    guard let wholeAfter, counted.allSatisfy({ $0.place < wholeAfter }) else { return false }
    return values.contains { !$0.isExcluded } && self.values.contains { $0.place > wholeAfter }
  }
}

extension Line.Value {
  /// Whether values of several dimensions have its name.
  func isShared(in catalog: any CatalogReader) -> Bool {
    alternatives.contains { value in
      catalog.matches(key: Spelling.key(of: value.text)).count { $0.kind == .member } > 1
    }
  }
}

extension Line {
  /// What is said where people were sent to a country, and what is counted goes by citizenship all
  /// the same: the word lists these measures.
  func noteOnDestination(_ word: Mention) -> String? {
    guard let to = word.word(.to), !to.means.isEmpty else { return nil }
    let known = to.means.split(separator: ";").map { Spelling.key(of: String($0)) }
    let isKnown = counted.contains { own in
      own.alternatives.contains { known.contains(Spelling.key(of: $0.measure.key)) }
    }
    return isKnown ? to.note : nil
  }
}
