/// Sums grouped by the texts of time, so that they can be merged one period after the other.
protocol SumsInGroups {
  var groups: [TimeGroup] { get }

  /// Reads the sums of a group: the numbers of its columns, shared by all threads, its figures and
  /// their marks.
  func read(_ group: TimeGroup, _ body: SumBody) throws
}

typealias SumBody = (
  _ codes: UnsafePointer<UInt32>, _ sums: UnsafePointer<Int64>, _ marks: UnsafePointer<UInt8>
) throws -> Void
