package import Diagnostics
import Synchronization

/// A file read to its end: its rows added up by what tells them apart.
package final class CountedTable {
  package let shape: TableShape
  package let rows: Int
  /// SHA-256 of the file.
  package let digest: String
  /// The different texts of each key.
  package let texts: [[String]]
  /// The line on which each text was met first.
  package let lines: [[Int]]
  let parts: [any SumsInGroups]

  /// How far the reading is.
  package struct Progress: Sendable {
    package let bytes: Int
    package let bytesInAll: Int
    /// Lines that were given to be read.
    package let rows: Int
  }

  /// What sums may take in memory before they are put on the disk, in bytes.
  static let memory = 112 << 20

  /// Reads a file behind its header. `times` are the keys that say when; `folder` takes what memory does not hold.
  ///
  /// `watch` is called often, and stops the reading by answering `false`; then there is no table.
  package static func counting(
    _ file: SourceFile,
    _ header: Header,
    _ shape: TableShape,
    times: [Int],
    folder: String,
    memory: Int = CountedTable.memory,
    watch: (Progress) -> Bool
  ) throws(FileMistake) -> CountedTable? {
    let reading = Reading(file, header, shape, times, folder, memory)
    let count = min(Workers.mostUseful, 8)
    var isWanted = true
    Workers.run(count + 1) { index in
      if index < count { reading.count() } else { reading.digest() }
    } watch: {
      guard isWanted else { return }
      let (bytes, rows) = reading.place
      isWanted = watch(Progress(bytes: bytes, bytesInAll: file.size, rows: rows))
      if !isWanted { reading.stop() }
    }
    guard isWanted else { return nil }
    try file.checkUnchanged()
    return try reading.table(workers: count)
  }

  fileprivate init(
    _ shape: TableShape,
    rows: Int,
    digest: String,
    _ shared: (texts: [[String]], lines: [[Int]]),
    _ parts: [any SumsInGroups]
  ) {
    self.shape = shape
    self.rows = rows
    self.digest = digest
    (texts, lines) = shared
    self.parts = parts
  }
}

/// What the threads that read one file share.
private final class Reading: @unchecked Sendable {
  private let file: SourceFile
  private let blocks: BlockReader
  private let shape: TableShape
  private let times: [Int]
  private let folder: String
  private let memory: Int
  private let shared: SharedTexts
  private let result = Mutex(Results())
  private let isStopped = Atomic<Bool>(false)

  private struct Results: @unchecked Sendable {
    var rows = 0
    var digest = ""
    var parts: [any SumsInGroups] = []
    /// The mistake on the first line that has one.
    var mistake: FileMistake?
  }

  init(
    _ file: SourceFile,
    _ header: Header,
    _ shape: TableShape,
    _ times: [Int],
    _ folder: String,
    _ memory: Int
  ) {
    self.file = file
    self.shape = shape
    self.times = times
    self.folder = folder
    self.memory = memory
    blocks = BlockReader(file, from: header.end, line: header.line)
    shared = SharedTexts(columns: shape.keyCount)
  }

  var place: (bytes: Int, rows: Int) {
    let place = blocks.place
    return (place.bytes, place.lines)
  }

  func stop() {
    isStopped.store(true, ordering: .relaxed)
    blocks.stop()
  }

  /// What one thread does: takes blocks until there are none.
  func count() {
    var reader = RowReader(shape, path: file.path)
    var numbers: [[UInt32]] = Array(repeating: [], count: shape.keyCount)
    let most = memory / min(Workers.mostUseful, 8) / Cube.bytes(figures: shape.decimals.count)
    let block = Block()
    do throws(FileMistake) {
      while try blocks.next(block) {
        try reader.read(block)
        guard reader.cube.count > most else { continue }
        let part = try SpilledSums(
          inGroups(reader, &numbers),
          keys: shape.keyCount,
          figures: shape.decimals.count,
          folder: folder
        )
        keep(part, rows: reader.rows)
        reader = RowReader(shape, path: file.path)
        numbers = Array(repeating: [], count: shape.keyCount)
      }
      keep(inGroups(reader, &numbers), rows: reader.rows)
    } catch {
      fail(error)
    }
  }

  private func inGroups(_ reader: RowReader, _ numbers: inout [[UInt32]]) -> CubeInGroups {
    shared.extend(&numbers, with: reader.dictionaries)
    return CubeInGroups(reader.cube, numbers: numbers, times: times)
  }

  private func keep(_ part: sending any SumsInGroups, rows: Int) {
    let kept = Kept(part: part)
    result.withLock { result in
      result.rows += rows
      result.parts.append(kept.part)
    }
  }

  private struct Kept: @unchecked Sendable {
    let part: any SumsInGroups
  }

  private func fail(_ mistake: FileMistake) {
    blocks.stop()
    isStopped.store(true, ordering: .relaxed)
    result.withLock { result in
      if (mistake.line ?? 0) < (result.mistake?.line ?? .max) { result.mistake = mistake }
    }
  }

  /// What one more thread does: the check sum of the whole file.
  func digest() {
    var digest = FileDigest()
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { bytes.deallocate() }
    var offset = 0
    do throws(FileMistake) {
      while !isStopped.load(ordering: .relaxed) {
        let count = try file.read(into: bytes, at: offset)
        guard count > 0 else { break }
        digest.add(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        offset += count
      }
    } catch {
      fail(error)
      return
    }
    let text = digest.finish()
    result.withLock { $0.digest = text }
  }

  func table(workers: Int) throws(FileMistake) -> CountedTable {
    let found = result.withLock { $0 }
    if let mistake = found.mistake { throw mistake }
    guard found.rows > 0 else {
      throw FileMistake(file.path, "the table has no rows")
    }
    return CountedTable(shape, rows: found.rows, digest: found.digest, shared.all, found.parts)
  }
}
