/// Sums that are kept by what they say of time, so that one period after the other can be put
/// together.
protocol SumsInGroups {
  var groups: [TimeGroup] { get }

  /// Reads the sums of a group: the numbers of its columns, shared by all threads, its figures and
  /// their marks.
  func read(_ group: TimeGroup, _ body: SumBody) throws
}

typealias SumBody = (
  _ codes: UnsafePointer<UInt32>, _ sums: UnsafePointer<Int64>, _ marks: UnsafePointer<UInt8>
) throws -> Void
