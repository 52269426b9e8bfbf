import Diagnostics
import Workbooks

/// Where the rows of a table come from that was made of a sheet, of a wide table or of objects.
final class RowOrigins: @unchecked Sendable {
  /// Where each line of the table comes from, from its second line on: the first ones are on the
  /// disk where there are many.
  private var origins: [Origin] = []
  private var disk: ScratchFile?
  private let folder: String
  /// The names of columns that figures come from, by their numbers.
  private var names: [Int: String] = [:]
  /// The column of the made table that holds figures from several columns, counted from 0.
  private let spread: Int?

  /// A row, and the column of its figure or -1.
  private struct Origin {
    private let bits: UInt64

    init(row: Int, column: Int) {
      bits = UInt64(row) << 16 | UInt64(UInt16(truncatingIfNeeded: column))
    }

    var row: Int { Int(bits >> 16) }
    var column: Int { Int(Int16(truncatingIfNeeded: bits)) }
  }

  /// `folder` is where they go that memory is not meant to hold.
  init(spread: Int?, folder: String) { (self.spread, self.folder) = (spread, folder) }

  /// How many are in memory: 2 MiB.
  private static let most = 1 << 18

  func append(row: Int, column: Int = -1) throws(FileMistake) {
    origins.append(Origin(row: row, column: column))
    guard origins.count == Self.most else { return }
    if disk == nil { disk = try ScratchFile(in: folder) }
    let result: Result<Void, FileMistake> = origins.withUnsafeBytes { bytes in
      do throws(FileMistake) {
        return .success(try disk?.append(bytes) ?? ())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    origins.removeAll(keepingCapacity: true)
  }

  /// The origin of a line; `nil` where there are no rows.
  private func origin(of line: Int) -> Origin? {
    let onDisk = (disk?.size ?? 0) / MemoryLayout<Origin>.size
    guard onDisk + origins.count > 0 else { return nil }
    let place = min(max(0, line - 2), onDisk + origins.count - 1)
    guard place < onDisk else { return origins[place - onDisk] }
    return withUnsafeTemporaryAllocation(of: Origin.self, capacity: 1) { buffer in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      guard (try? disk?.read(into: bytes, at: place * MemoryLayout<Origin>.size)) != nil else {
        return nil
      }
      return buffer[0]
    }
  }

  func name(_ column: Int, _ name: String) { names[column] = name }

  /// The row from which a line of the made table comes.
  func row(of line: Int) -> Int {
    origin(of: line)?.row ?? line
  }

  /// A mistake with the place where it is in the file.
  func located(_ mistake: FileMistake) -> FileMistake {
    guard let line = mistake.line else { return mistake }
    var column = mistake.column
    if let spread, let own = column, own.number == spread + 1, let origin = origin(of: line) {
      let number = origin.column
      if number >= 0 {
        let name = names[number].map { "\(ColumnName.letters(number)) (\($0))" }
        column = .init(name: name ?? ColumnName.letters(number), number: number + 1)
      }
    }
    return mistake.moved(line: row(of: line), column: column)
  }
}
