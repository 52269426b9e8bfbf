import Catalog

extension Measure {
  /// The fact table of the measure's subject.
  var table: String {
    subject.utf8.contains(0x20)
      ? String(subject.map { $0 == " " ? "_" : $0 }) : subject
  }
}
