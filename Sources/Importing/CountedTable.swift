package import Diagnostics
import Synchronization

/// A file read to its end: its rows added up by their keys.
package final class CountedTable {
  package let shape: TableShape
  /// Number of rows of the file.
  package let rows: Int
  /// The different texts of each key.
  package let texts: [ColumnTexts]
  /// The line on which each text occurred first.
  package let lines: [[Int]]
  /// Number of rows of the file of which every cell is empty.
  package let emptyRows: Int
  let parts: [any SumsInGroups]

  /// How far the reading is.
  package struct Progress: Sendable {
    package let bytes: Int
    /// The size of the file in bytes.
    package let bytesInAll: Int
    /// Number of lines handed out for reading.
    package let rows: Int
  }

  /// The memory that sums may take before they are put on disk, in bytes.
  static let memory = ImportMemory.sums

  /// Reads a file after its header. `times` are the keys that hold periods; `folder` is where sums
  /// go that memory cannot hold.
  ///
  /// `watch` is called often, and stops the reading by returning `false`; the result is then `nil`.
  package static func counting(
    _ file: SourceFile,
    _ header: Header,
    _ shape: TableShape,
    times: [Int],
    folder: String,
    memory: Int = CountedTable.memory,
    watch: (Progress) -> Bool
  ) throws(FileMistake) -> CountedTable? {
    let reading = ParallelCount(file, header, shape, times, folder, memory)
    var isWanted = true
    // Small files are read before a second thread has begun.
    let threads = file.size < Self.small ? 1 : Workers.mostUseful
    Workers(threads) { _ in reading.count() }.join {
      guard isWanted else { return }
      let (bytes, rows) = reading.place
      isWanted = watch(Progress(bytes: bytes, bytesInAll: file.size, rows: rows))
      if !isWanted { reading.stop() }
    }
    guard isWanted else { return nil }
    try file.checkUnchanged()
    return try reading.table()
  }

  /// The size of a file that one thread reads, in bytes.
  private static let small = 1 << 20

  fileprivate init(
    _ shape: TableShape,
    rows: Int,
    emptyRows: Int,
    _ shared: (texts: [ColumnTexts], lines: [[Int]]),
    _ parts: [any SumsInGroups]
  ) {
    self.shape = shape
    self.rows = rows
    self.emptyRows = emptyRows
    (texts, lines) = shared
    self.parts = parts
  }
}

/// State shared by the threads that read one file.
private final class ParallelCount: @unchecked Sendable {
  private let file: SourceFile
  private let blocks: BlockReader
  private let delimiter: UInt8
  private let shape: TableShape
  private let times: [Int]
  private let folder: String
  private let memory: Int
  private let shared: SharedTexts
  private let result = Mutex(Results())

  private struct Results: @unchecked Sendable {
    var rows = 0
    var emptyRows = 0
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
    delimiter = header.delimiter
    blocks = BlockReader(file, from: header.end, line: header.line)
    shared = SharedTexts(columns: shape.keyCount, budget: TextBudget())
  }

  var place: (bytes: Int, rows: Int) {
    let place = blocks.place
    return (place.bytes, place.lines)
  }

  func stop() { blocks.stop() }

  /// The work of one thread: takes blocks until there are none.
  func count() {
    var reader = newReader
    let most = memory / Workers.mostUseful / Cube.bytes(figures: shape.decimals.count)
    let mostText = ImportMemory.textsOfThreads / Workers.mostUseful
    var disk: ScratchFile?
    let block = Block()
    do throws(FileMistake) {
      while try blocks.next(block) {
        try reader.read(block)
        guard reader.cube.count > most || reader.sizeOfTexts > mostText else { continue }
        if disk == nil { disk = try ScratchFile(in: folder) }
        guard let disk else { continue }
        let part = try SpilledSums(
          try inGroups(reader),
          keys: shape.keyCount,
          figures: shape.decimals.count,
          in: disk
        )
        keep(part, rows: reader.rows, empty: reader.emptyRows)
        reader = newReader
      }
      // Nothing is kept of a file with a mistake.
      guard !hasFailed else { return }
      keep(try inGroups(reader), rows: reader.rows, empty: reader.emptyRows)
    } catch {
      fail(error)
    }
  }

  private var newReader: RecordReader {
    RecordReader(shape, delimiter: delimiter, path: file.path)
  }

  private var hasFailed: Bool { result.withLock { $0.mistake != nil } }

  private func inGroups(_ reader: RecordReader) throws(FileMistake) -> CubeInGroups {
    do throws(TextDictionary.Flaw) {
      let numbers = try shared.numbers(of: reader.dictionaries)
      return CubeInGroups(reader.cube, numbers: numbers, times: times)
    } catch {
      let what = error == .tooMany ? RecordReader.tooManyTexts : RecordReader.tooMuchText
      let column = shape.column(ofKey: shared.largest)
      throw FileMistake(
        file.path,
        column: .init(name: shape.columns[column], number: column + 1),
        what,
        hint: "leave out that column, which is the largest",
        try: [.leavingOut(column: shape.columns[column])]
      )
    }
  }

  private func keep(_ part: sending any SumsInGroups, rows: Int, empty emptyRows: Int) {
    let kept = Kept(part: part)
    result.withLock { result in
      result.rows += rows
      result.emptyRows += emptyRows
      result.parts.append(kept.part)
    }
  }

  private struct Kept: @unchecked Sendable {
    let part: any SumsInGroups
  }

  private func fail(_ mistake: FileMistake) {
    blocks.stop()
    result.withLock { result in
      let isFirst = (mistake.line ?? .max) < (result.mistake?.line ?? .max)
      if isFirst || result.mistake == nil { result.mistake = mistake }
    }
  }

  func table() throws(FileMistake) -> CountedTable {
    let found = result.withLock { $0 }
    if let mistake = found.mistake { throw file.origins?.located(mistake) ?? mistake }
    guard found.rows > 0 else {
      throw FileMistake(file.path, "the table has no rows", try: [.showingBeginning])
    }
    var all = shared.all
    if let origins = file.origins { all.lines = all.lines.map { $0.map(origins.row) } }
    return CountedTable(
      shape,
      rows: found.rows,
      emptyRows: found.emptyRows,
      all,
      found.parts
    )
  }
}
