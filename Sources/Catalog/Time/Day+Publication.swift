extension Day {
  /// The day by which something was published for sure that was published on `2024-12-31`, in `2024-12` or in `2024`:
  /// of a month or a year the last one. `nil` when the text is no date.
  package init?(publishedBy text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    switch parts.count {
    case 1: self = Period.calendarYear(parts[0]).days.last
    case 2: self = Period.month(parts[1], of: parts[0]).days.last
    case 3: self.init(year: parts[0], month: parts[1], day: parts[2])
    default: return nil
    }
  }
}
