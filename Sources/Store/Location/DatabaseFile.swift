import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// What a file must be to be a database of this program.
package enum DatabaseFile {
  /// The versions of schema.sql that this program reads.
  static let schemaVersion = 11
  /// "TALY", as schema.sql sets it.
  static let applicationID = 0x5441_4c59

  package static func exists(_ path: String) -> Bool {
    access(path.onDisk, F_OK) == 0
  }

  /// Whether nothing was written to a file yet.
  static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path.onDisk, &status) == 0 && status.st_size == 0
  }

  /// Looks at the first bytes of a file: is it a database of this program, of this version, and
  /// complete?
  ///
  /// `versions` are those of the schema that can be read; `remedy` says what helps where it is of
  /// another version.
  package static func check(
    _ path: String,
    versions: ClosedRange<Int> = schemaVersion...schemaVersion,
    remedy: String = "`tally build-database` makes a new one"
  ) throws(DatabaseFileError) {
    // Opened without blocking, in case it is a pipe.
    let descriptor = open(path.onDisk, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw DatabaseFileError("\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: headerSize)
    let count = header.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == headerSize, header.starts(with: "SQLite format 3\0".utf8) else {
      throw DatabaseFileError("\(path): not a Tally database")
    }
    guard bigEndian(header, at: 68) == applicationID else {
      throw DatabaseFileError("\(path): an SQLite database, but not one of Tally")
    }
    let pageSize = bigEndian(header, at: 16) >> 16
    let expected = (pageSize == 1 ? 65_536 : pageSize) * bigEndian(header, at: 28)
    // For a file in log mode, pages may still be only in the log, so its size is not checked here.
    guard header[18] == 2 || lseek(descriptor, 0, SEEK_END) >= expected else {
      throw DatabaseFileError("\(path): a part of the file is missing")
    }
    let version = bigEndian(header, at: 60)
    guard versions.contains(version) else {
      throw DatabaseFileError(
        "\(path): made for another version of Tally (schema \(version), this program reads "
          + "\(versions.upperBound)); \(remedy)"
      )
    }
  }

  /// Size of the header of an SQLite file.
  /// https://www.sqlite.org/fileformat2.html#the_database_header
  private static let headerSize = 100

  private static func bigEndian(_ bytes: [UInt8], at offset: Int) -> Int {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
