import CPageSums
private import CSQLite
import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// The sums of the pages of a finished database: a page that is not as it was built is never
/// answered from (docs/decisions/0027-sums-of-pages.md).
package enum PageSums {
  /// How SQLite calls the files whose pages are compared with their sums.
  nonisolated(unsafe) static let fileSystem = tally_file_system_with_sums(
    UInt32(DatabaseFile.applicationID)
  )

  /// Leaves room for the sums in a database that has no table yet.
  static func reserve(in connection: OpaquePointer) {
    var size = TALLY_SUM_SIZE
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &size)
  }

  /// Writes the sum into each page of a database that nobody has open.
  package static func write(to path: String, pageSize: Int) throws(FileError) {
    let descriptor = open(path.onDisk, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, cannotBe: "written") }
    defer { close(descriptor) }
    try eachPage(of: descriptor, path, pageSize) { page, offset throws(FileError) in
      var sum = tally_page_sum(page, Int32(pageSize), Int64(offset))
      let place = off_t(offset + pageSize - Int(TALLY_SUM_SIZE))
      guard pwrite(descriptor, &sum, Int(TALLY_SUM_SIZE), place) == Int(TALLY_SUM_SIZE) else {
        throw FileError(path, cannotBe: "written")
      }
    }
  }

  /// Whether every page has the sum that was written into it.
  static func agree(in path: String, pageSize: Int) throws(FileError) -> Bool {
    let descriptor = open(path.onDisk, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, cannotBe: "read") }
    defer { close(descriptor) }
    var agree = true
    try eachPage(of: descriptor, path, pageSize) { page, offset throws(FileError) in
      let sum = tally_page_sum(page, Int32(pageSize), Int64(offset))
      let place = pageSize - Int(TALLY_SUM_SIZE)
      agree =
        agree && page.withUnsafeBytes { $0.load(fromByteOffset: place, as: UInt64.self) } == sum
    }
    return agree
  }

  private static func eachPage(
    of descriptor: Int32,
    _ path: String,
    _ size: Int,
    _ body: ([UInt8], _ offset: Int) throws(FileError) -> Void
  ) throws(FileError) {
    var page = [UInt8](repeating: 0, count: size)
    var offset = 0
    while true {
      let count = page.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, size, off_t(offset))
      }
      if count == 0 { return }
      guard count == size else { throw FileError(path, cannotBe: "read") }
      try body(page, offset)
      offset += size
    }
  }
}
