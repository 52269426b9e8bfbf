import CPageSums
private import CSQLite
import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// The sums of the pages of a database: a page that is not as it was written is never answered from
/// (docs/decisions/0027-sums-of-pages.md).
package enum PageSums {
  /// The size of a page, in bytes.
  static let pageSize = Int(TALLY_PAGE_SIZE)

  /// How SQLite calls the files whose pages are compared with their sums.
  nonisolated(unsafe) static let fileSystem = tally_file_system_with_sums(
    UInt32(DatabaseFile.applicationID)
  )

  /// Leaves room for the sums in a database, or an attached one, that has no table yet.
  static func reserve(in connection: OpaquePointer, file: String = "main") {
    var size = TALLY_SUM_SIZE
    sqlite3_file_control(connection, file, SQLITE_FCNTL_RESERVE_BYTES, &size)
  }

  /// Whether a page of a file differs from its sum. Reads all of it: for a file that was found not
  /// to be whole.
  static func isDamaged(_ path: String) -> Bool {
    let descriptor = open(path.onDisk, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var page = [UInt8](repeating: 0, count: pageSize)
    var offset = 0
    while page.withUnsafeMutableBytes({ pread(descriptor, $0.baseAddress, pageSize, off_t(offset)) }
    )
      == pageSize
    {
      if offset == 0, page[Self.placeOfReserve] != UInt8(TALLY_SUM_SIZE) { return false }
      let sum = page.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: pageSize - Int(TALLY_SUM_SIZE), as: UInt64.self)
      }
      if tally_page_sum(page, Int32(pageSize), Int64(offset)) != sum { return true }
      offset += pageSize
    }
    return false
  }

  /// Where the header of a file says how many bytes of each page are free.
  private static let placeOfReserve = 20

  /// Writes the sum into each page of a database that nobody has open.
  package static func write(to path: String, pageSize: Int) throws(FileError) {
    let descriptor = open(path.onDisk, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, cannotBe: "written") }
    defer { close(descriptor) }
    try eachBlock(of: descriptor, path, pageSize) { block, offset throws(FileError) in
      for page in stride(from: 0, to: block.count, by: pageSize) {
        let end = page + pageSize
        let sum = Self.sum(of: block[page..<end], at: offset + page)
        block.withUnsafeMutableBytes {
          $0.storeBytes(of: sum, toByteOffset: end - Int(TALLY_SUM_SIZE), as: UInt64.self)
        }
      }
      guard pwrite(descriptor, block, block.count, off_t(offset)) == block.count else {
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
    try eachBlock(of: descriptor, path, pageSize) { block, offset in
      for page in stride(from: 0, to: block.count, by: pageSize) {
        let end = page + pageSize
        let sum = Self.sum(of: block[page..<end], at: offset + page)
        let written = block.withUnsafeBytes {
          $0.load(fromByteOffset: end - Int(TALLY_SUM_SIZE), as: UInt64.self)
        }
        agree = agree && written == sum
      }
    }
    return agree
  }

  private static func sum(of page: ArraySlice<UInt8>, at offset: Int) -> UInt64 {
    page.withUnsafeBufferPointer {
      tally_page_sum($0.baseAddress, Int32($0.count), Int64(offset))
    }
  }

  private static let pagesOfBlock = 256

  /// Reads a file block by block, each of whole pages.
  private static func eachBlock(
    of descriptor: Int32,
    _ path: String,
    _ pageSize: Int,
    _ body: (inout [UInt8], _ offset: Int) throws(FileError) -> Void
  ) throws(FileError) {
    var offset = 0
    while true {
      var block = [UInt8](repeating: 0, count: pageSize * pagesOfBlock)
      let count = block.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
      }
      if count == 0 { return }
      guard count > 0, count % pageSize == 0 else { throw FileError(path, cannotBe: "read") }
      block.removeLast(block.count - count)
      try body(&block, offset)
      offset += count
    }
  }
}
