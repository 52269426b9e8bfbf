import Catalog
import Importing

/// The last day of a workbook's figures, as far as what the workbook says can be believed.
struct SpokenDays {
  /// Not later than the figures reach, nor much earlier: a note that was left over from another
  /// workbook says nothing.
  private(set) var day: Day?
  /// Months after this one are left out: `202604`.
  private(set) var lastMonth: Int?
  private var isLeftOver = false
  private var isSure = false
  private var leftOut = 0

  init() {}

  init(_ stated: Day?, lastMonth last: Int, isSure: Bool) {
    self.isSure = isSure
    guard last > 0 else {
      day = stated
      return
    }
    let month = stated.map { Period(.month, containing: $0).code }
    if let stated, let month, isSure || month == last {
      (day, lastMonth) = (stated, month)
      return
    }
    // Nothing says how much of the last month there is.
    isLeftOver = stated != nil
    leftOut = last
    lastMonth = Period(.month, code: last).days.first.previous.month
  }

  /// The day of a part of the workbook: its own, where the workbook gives it one. A day that is far
  /// from that of the rest was left over, too.
  func day(of sheet: FileFormat.Sheet, _ dates: SpokenDates) -> Day? {
    guard let day, let place = sheet.ownDay, !isSure else { return day }
    guard let own = dates.day(for: place) else { return day }
    return (-13...10).contains(own.number - day.number) ? own : nil
  }

  /// Whether a part is read: what is of one day, or of a year to date, needs that day.
  func allow(_ sheet: FileFormat.Sheet, _ dates: SpokenDates) -> Bool {
    let isOfDay = sheet.cut.keys.contains(.until)
    let isYear = sheet.cut.keys.contains(.year) && sheet.cut.months == nil
    return !isOfDay && !isYear || leftOut == 0 && day(of: sheet, dates) != nil
  }

  func remarks(_ path: String) -> [String] {
    guard leftOut > 0 else { return [] }
    let why =
      isLeftOver
      ? "its footnotes are of another time" : "it does not say through which day its figures go"
    let month = Period(.month, code: leftOut)
    return [
      "\(month.label) is left out, and so are the year and what is told of one day: \(why); "
        + "--until \(month.exported)-15, or whichever day it was, brings them in"
    ]
  }
}

extension Day {
  fileprivate var month: Int { Period(.month, containing: self).code }
}
