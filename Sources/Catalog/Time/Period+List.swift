extension [Period] {
  /// As listed in a note, with consecutive periods as ranges: `Sep 2021, FY1981 – FY1991`.
  package var listed: String {
    var runs: [(first: Period, last: Period)] = []
    for period in self {
      if let last = runs.last, last.last.next == period {
        runs[runs.count - 1].last = period
      } else {
        runs.append((period, period))
      }
    }
    let names: [String] = runs.map {
      $0.first == $0.last ? $0.first.label : "\($0.first.label) – \($0.last.label)"
    }
    let shown: [String] =
      names.count > Self.mostListed ? names.prefix(Self.mostListed).map { $0 } + ["…"] : names
    return shown.joined(by: ", ")
  }

  private static var mostListed: Int { 10 }
}
