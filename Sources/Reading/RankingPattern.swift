import Catalog
import QueryLanguage

/// The most or the least: `top 10 countries for removals`, `busiest sector last year`, `highest
/// month ever`, `which president deported the most people`.
enum RankingPattern: Pattern {
  static let parts: Set<SpokenWord.Part> = [.most, .least, .ever, .change, .rise, .fall, .share]

  static func statement(of choice: Choice) -> String? {
    let line = choice.line
    guard line.asks(.most) || line.asks(.least), !choice.counted.isEmpty else { return nil }
    guard let share = line.asked[.share] else { return ranked(choice) }
    // The highest share of something is no share of the highest; the others have their own.
    let keys = choice.keys + line.looseKeys.map(\.key)
    guard line.showsShare, line.values.allSatisfy({ $0.place < share }), !keys.isEmpty,
      keys.allSatisfy({ TimeUnit(rawValue: $0) == nil }), let text = ranked(choice)
    else { return nil }
    return text + " with share"
  }

  private static func ranked(_ choice: Choice) -> String? {
    let line = choice.line
    // The largest change is another question than the largest figure.
    let isOfChange = [SpokenWord.Part.change, .rise, .fall].contains(where: line.asks)
    guard choice.counted.count == 1, !isOfChange else { return nil }
    if let check = extreme(choice) { return check }
    let keys = choice.keys + line.looseKeys.map(\.key).filter { !choice.keys.contains($0) }
    if let check = ofOnePeriod(choice, keys) { return check }
    // `who deported the most, obama or trump` is one of them.
    if choice.keys.isEmpty, line.looseKeys.allSatisfy(\.isRelative),
      let text = ComparisonPattern.ofAdministrations(choice)
    {
      return text
    }
    if keys.contains("administration") {
      return choice.question(by: ["administration"], choice.periods())
    }
    // `most migrants are from venezuela` is about more than half of them.
    // `least busy every year` does not say among what.
    if line.repeats, keys.allSatisfy({ TimeUnit(rawValue: $0) != nil }) { return nil }
    // `top` names a rank among things, and no record; `fewest since 1990` is of years.
    let isOfYears = line.ranksUnnamed && ranksYears(choice)
    guard !keys.isEmpty || !line.ranksUnnamed || isOfYears else { return nil }
    // A record without a breakdown is one of months.
    let record = isOfYears ? choice.year : line.count == nil ? choice.finestUnit : nil
    guard let ranked = keys.last ?? record else { return nil }
    // One value is no ranking: `was cuba ever the top country`.
    let among = choice.values.filter { $0.dimensionName == ranked && !$0.isExcluded }
    // `tucson busiest sector`: of those of its name the sector is meant.
    guard !among.isEmpty || !line.namesOne(of: ranked, choice.catalog) else { return nil }
    if let only = among.only, !choice.catalog.isGroup(only) {
      return place(choice, of: only, keys)
    }
    let word = line.asks(.least) ? "bottom" : "top"
    let isTime = TimeUnit(rawValue: ranked) != nil
    // One period of the unit that is ranked is no ranking.
    guard !choice.isOne(ranked), !(isTime && choice.isOneMonth) else { return nil }
    let rows = line.count ?? (isOne(line, ranked) ? 1 : 5)
    // A month of a year is one of the calendar year, as people count them.
    let isMonthOfYear = ranked == "month" && choice.isOnePeriod
    var periods = choice.periods(year: isMonthOfYear ? "cy" : nil)
    let isLevel = choice.counted[0].measure.kind == .stock
    // `top nationality each year` is of all years.
    if periods.isEmpty, !isTime, !line.asks(.ever), !choice.hasTimeKey {
      periods = [isLevel ? "latest" : "last \(choice.year)"]
    }
    return choice.question(by: keys.isEmpty ? [ranked] : keys, ["\(word) \(rows)"] + periods)
  }

  /// Whether the most and the least of several years are meant, where nothing else is named that is
  /// ranked.
  private static func ranksYears(_ choice: Choice) -> Bool {
    let line = choice.line
    let isOfYears =
      !choice.isOnePeriod && !choice.isOfMonths && !choice.beginsInYear
      && !line.periods.contains(where: \.kind.isAdministration)
    return !line.periods.isEmpty && isOfYears && line.count == nil
      && (line.asks(.least) || line.saysMost && !line.ranksThings)
  }

  /// Whether months are ranked although the line names no unit of time.
  static func ranksMonthsUnsaid(_ choice: Choice) -> Bool {
    choice.line.keys.isEmpty && choice.line.looseKeys.isEmpty
      && (ranked(choice) ?? "").contains(" by month ")
  }

  /// `was 2022 a record`, `was december 2023 the busiest month`: a period of the unit that is
  /// ranked is judged.
  private static func ofOnePeriod(_ choice: Choice, _ keys: [String]) -> String? {
    let line = choice.line
    // `are removals at a record high`: in the last whole year.
    if line.saysNow, line.periods.isEmpty, keys.isEmpty, !line.asks(.fact) {
      let word = line.asks(.least) ? "lowest" : "highest"
      return "check \(choice.question(by: [], choice.dated.periods())) is \(word) ever"
    }
    let isRecord =
      keys.isEmpty && line.count == nil && !line.asks(.fact)
      && (line.saysRecord || line.asks(.ever))
      && (choice.isOneYear || choice.isOneMonth)
    let isRanked = !keys.isEmpty && keys.allSatisfy(choice.isOne) && line.count == nil
    guard isRecord || isRanked else { return nil }
    let word = line.asks(.least) ? "lowest" : "highest"
    return "check \(choice.question(by: [], choice.periods())) is \(word) ever"
  }

  /// `december 2023 was the highest since january 2020`, `is fy25 the lowest year in 50 years`: a
  /// statement.
  private static func extreme(_ choice: Choice) -> String? {
    let periods = choice.periods()
    let reach = periods.compactMap(reach)
    let own = periods.filter { $0.hasPrefix("in ") } + now(choice)
    guard periods.count < 3, let since = reach.only, let named = own.only,
      (choice.keys + choice.line.looseKeys.map(\.key)).allSatisfy({ isYear(named, $0) })
    else { return nil }
    let word = choice.line.asks(.least) ? "lowest" : "highest"
    return "check \(choice.question(by: [], own)) is \(word) \(since)"
  }

  /// How far back a record goes: `since jan 2020`, and `in 50 years` of the last 50.
  private static func reach(_ period: String) -> String? {
    if period.hasPrefix("since ") { return period }
    let words = period.split(separator: " ")
    guard words.count == 3, words[0] == "last", Int(words[1]) != nil,
      let unit = TimeUnit(rawValue: String(words[2])), unit.monthCount == 12
    else { return nil }
    return "in \(words[1]) years"
  }

  /// Whether a period is a year, and years are what is ranked.
  private static func isYear(_ period: String, _ key: String) -> Bool {
    TimeUnit(rawValue: key)?.monthCount == 12
      && ["in fy", "in cy"].contains { period.hasPrefix($0) }
  }

  /// The newest period, where only that is said of which something is the most.
  private static func now(_ choice: Choice) -> [String] {
    guard choice.line.saysNow, choice.line.periods.count == 1 else { return [] }
    var line = choice.line
    line.periods = []
    return choice.with(line).dated.periods()
  }

  /// `was tucson the busiest sector in 2024`: one value among all of its dimension.
  private static func place(_ choice: Choice, of value: Mention.Value, _ keys: [String]) -> String?
  {
    let line = choice.line
    guard keys.only == value.dimensionName, line.count == nil, !line.asks(.fact),
      !line.asks(.list), !line.asks(.ever), line.periods.isEmpty || choice.isOnePeriod
    else { return nil }
    let word = line.asks(.least) ? "smallest" : "largest"
    let own = choice.dated
    return "check \(own.question(by: [], own.periods())) is \(word) \(value.dimensionName)"
  }

  private static func isOne(_ line: Line, _ ranked: String) -> Bool {
    !(line.looseKeys.last.map { $0.key == ranked && $0.isPlural } ?? false)
  }
}
