/// Days as spreadsheets count them, as text.
enum SerialDate {
  /// `2024-05-12`, with a time where it has one: `2024-05-12T13:30:00`; a time alone, `13:30:00`,
  /// for less than a day. `nil` where the number is no day.
  ///
  /// Day 60 of the count from 1900 does not exist: spreadsheets take that year for a leap year.
  static func text(_ serial: Double, from1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial.rounded(.down))
    var second = Int(((serial - Double(day)) * 86_400).rounded())
    if second == 86_400 { (day, second) = (day + 1, 0) }
    let time = "\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
    if day == 0, !from1904 { return time }
    // Days since 1 March of the year 0.
    let epoch = from1904 ? 695_361 : day < 60 ? 693_900 : 693_899
    let (year, month, date) = civil(day + epoch)
    let written = "\(year)-\(two(month))-\(two(date))"
    return second == 0 ? written : written + "T" + time
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The date of a day counted from 1 March of the year 0 in the calendar of today.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, ofEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (year + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
