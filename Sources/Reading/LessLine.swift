import Catalog

/// A line without one of its parts, and what that part is: it shows which part keeps the line from
/// having an answer.
struct LessLine {
  let line: Line
  let cause: NotHeldBeside.Cause

  /// The line without each of its values, breakdowns and periods, counting the same.
  static func all(of line: Line, counting counted: [Mention.Counted], _ catalog: any CatalogReader)
    -> [LessLine]
  {
    var line = line
    if line.counted.count == counted.count {
      for place in line.counted.indices {
        line.counted[place] = line.counted[place].meaning([counted[place]])
      }
    }
    return values(line) + keys(line) + periods(line) + measuresOnly(line)
  }

  /// The line of which is told what is not held: a time is told of the whole line.
  func told(of whole: Line) -> Line {
    if case .period = cause { whole } else { line }
  }

  /// The line without what compares and ranks, which a part that is missing may have been for.
  private static func plain(_ line: Line) -> Line {
    var line = line
    for part in [
      SpokenWord.Part.most, .least, .ever, .against, .compare, .change, .rise, .fall, .average,
      .share,
    ] {
      line.asked[part] = nil
    }
    return line
  }

  /// Without the values of one dimension.
  private static func values(_ line: Line) -> [LessLine] {
    line.values.reversed().map { value in
      var less = line
      let names = value.alternatives.map(\.dimensionName)
      let kept = line.values.filter { $0.alternatives.map(\.dimensionName) != names }
      // Of several that were compared, none is left to compare.
      if line.values.count - kept.count > 1 { less = plain(less) }
      less.values = kept
      return LessLine(line: less, cause: .dimensions(names))
    }
  }

  private static func keys(_ line: Line) -> [LessLine] {
    let loose = line.looseKeys.indices.map { place in
      var less = plain(line)
      let key = less.looseKeys.remove(at: place).key
      return LessLine(line: less, cause: .dimensions([key] + (line.otherKeys[key] ?? [])))
    }
    return loose
      + line.keys.indices.map { place in
        var less = plain(line)
        let key = less.keys.remove(at: place)
        return LessLine(line: less, cause: .dimensions([key] + (line.otherKeys[key] ?? [])))
      }
  }

  private static func periods(_ line: Line) -> [LessLine] {
    guard !line.periods.isEmpty else { return [] }
    var less = plain(line)
    less.periods = []
    return [LessLine(line: less, cause: .period)]
  }

  /// Without all that is kept to and broken down by.
  private static func measuresOnly(_ line: Line) -> [LessLine] {
    var less = plain(line)
    (less.values, less.keys, less.looseKeys) = ([], [], [])
    let names = line.values.flatMap { $0.alternatives.map(\.dimensionName) }
    return [LessLine(line: less, cause: .dimensions(names + line.keys + line.looseKeys.map(\.key)))]
  }
}
