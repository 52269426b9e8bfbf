import Asking
import Diagnostics
import FileImport
import Importing
import LineEditing
import Output
import Store

/// The files of an import, each by itself or those of a package together.
extension Import {
  /// Imports everything that is named.
  func importAll(_ output: StandardOutput) throws -> ExitStatus {
    let shipped = try Run(Options(database: database)).databasePath()
    let groups = try files.flatMap { path in
      do {
        return try ImportedFiles.groups(at: path, request)
      } catch  where Self.isOfFile(error) {
        throw ErrorReport(error, of: path, call)
      }
    }
    for unread in files.compactMap(ImportedFiles.unread) { output.report(unread) }
    guard groups.count > 1 else {
      for group in groups {
        do {
          try importTogether(group, shipped, output, keepsOthers: false)
        } catch  where Self.isOfFile(error) {
          throw ErrorReport(error, of: group[0].path, call)
        }
      }
      return .done
    }
    return try importEach(groups, shipped, output)
  }

  /// Every file by itself: one that cannot be imported does not keep the others out.
  private func importEach(
    _ groups: [[ImportedFiles.Wanted]],
    _ shipped: String,
    _ output: StandardOutput
  ) throws -> ExitStatus {
    var failed: [String] = []
    var keepsOthers = false
    for (place, group) in groups.enumerated() {
      if place > 0, style != .json { try write("\n", output) }
      do {
        try importTogether(group, shipped, output, keepsOthers: keepsOthers)
        keepsOthers = keepsOthers || !isDryRun
      } catch is ImportInterruption {
        throw ImportInterruption(keepsOthers: keepsOthers)
      } catch let failure where Self.isOfFile(failure) {
        output.report(ErrorReport(failure, of: group[0].path, call))
        failed.append(group[0].path)
      }
    }
    guard !failed.isEmpty else { return .done }
    output.report("\(failed.count) of \(groups.count) files were not imported")
    return .failed
  }

  /// How the program was called.
  private var call: ImportCall {
    ImportCall(Array(CommandLine.arguments.dropFirst()))
  }

  /// Whether a failure is of one file alone.
  private static func isOfFile(_ failure: any Error) -> Bool {
    (failure as? FileMistake)?.isOfWriting == false || failure is ImportMistake
      || (failure as? FileError)?.isOfWriting == false
  }

  /// All files of one argument, or none of them: a package is one change.
  private func importTogether(
    _ files: [ImportedFiles.Wanted],
    _ shipped: String,
    _ output: StandardOutput,
    keepsOthers: Bool
  ) throws {
    // What works through much looks for Ctrl-C by itself. Whatever else it falls into ends, too:
    // until the commit, a process that is killed leaves everything as it was.
    Interrupts.end(within: 80, saying: ImportInterruption.words(keepsOthers: keepsOthers))
    defer { Interrupts.wait() }
    let data = try ImportedData(
      changing: shipped,
      isRehearsal: isDryRun,
      waiting: .told(output) { !Interrupts.take() }
    )
    do {
      let keys = try Interrupts.during(.init(data.database.handle), interruptDatabase) {
        let keys = try files.compactMap { try importFile($0.path, $0.request, data, output) }
        if !keys.isEmpty { try writeToDisk(data, files) }
        return keys
      }
      guard !keys.isEmpty else { return data.rollBack() }
      Interrupts.wait()
      guard !Interrupts.take() else { throw ImportInterruption() }
      try data.commit {
        Interrupts.end(within: 80, saying: "imported; its log is put away by the next import")
      }
      try write(said(of: keys), output)
    } catch {
      data.rollBack()
      if (error as? DatabaseError)?.isInterruption == true { throw ImportInterruption() }
      throw error
    }
  }

  /// All that a commit would otherwise have to wait for.
  private func writeToDisk(_ data: ImportedData, _ files: [ImportedFiles.Wanted]) throws {
    let bar = ImportBar(named: files[0].path)
    defer { bar.clear() }
    try data.prepareToCommit { fraction in
      let progress = ImportProgress(phase: .keeping, fraction: fraction, rows: 0)
      guard bar.show(progress), !Interrupts.take() else { throw ImportInterruption() }
    }
  }

  /// What the tables are called that were written.
  private func said(of keys: [String]) -> String {
    guard style == .json else { return keys.map { "imported as `\($0)`\n" }.joined() }
    return ImportStyle.text(of: .object([("imported_as", .array(keys.map { .text($0) }))])) + "\n"
  }

  private func write(_ text: String, _ output: StandardOutput) throws {
    var said = OutputBuffer()
    said.append(text)
    try output.write(&said)
  }

  /// The name that a file is written under; `nil` where nothing is to be kept.
  private func importFile(
    _ path: String,
    _ request: ImportRequest,
    _ data: ImportedData,
    _ output: StandardOutput
  ) throws -> String? {
    let file = try SourceFile(
      reading: path,
      folder: ImportedFile.scratchFolder,
      encoding: request.encoding
    )
    let bar = ImportBar(named: file.name)
    defer { bar.clear() }
    let importer = Importer(file, request, into: data, sink: bar.sink(output))
    switch try importer.run(watch: { bar.show($0) && !Interrupts.take() }) {
    case .written(let key): return key
    case .known, .rehearsed: return nil
    }
  }
}
