import Catalog

extension Measure {
  /// Whether it counts those who act, and not what they do.
  var countsStaff: Bool { unit == "agents" || subject == "staffing" }
}
