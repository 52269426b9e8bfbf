import Diagnostics
import FileImport
import Importing

/// The words of an import as they were typed, to say what can be typed in their place.
struct ImportCall {
  /// In the order in which they were typed.
  private let options: [ImportRemedy.Option]

  /// Options that take no value.
  private static let flags = [
    "--dry-run", "--count", "--add-values", "--partial", "--prefer", "--accessible",
  ]
  /// Options whose value is a list with commas.
  private static let lists = ["--by", "--scope", "--leave-out"]

  /// Of the arguments of the program after `import`, which were understood.
  init(_ arguments: [String]) {
    var options: [ImportRemedy.Option] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else { continue }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 {
        options.append(ImportRemedy.Option(String(parts[0]), String(parts[1])))
      } else {
        options.append(ImportRemedy.Option(word, Self.flags.contains(word) ? nil : rest.popFirst()))
      }
    }
    self.options = options
  }

  /// A whole line for a file that was refused.
  func line(_ remedy: ImportRemedy, for path: String) -> String {
    let file = path.asShellWord
    switch remedy {
    case .options(let added, let removed): return line(path, changed(adding: added, removed))
    case .naming(let column, let name): return line(path, with(name, for: column))
    case .leavingOut(let column): return line(path, without(column))
    case .decimals(let count, let column): return line(path, with(count, column))
    case .piping(let command): return "\(command) | " + line("-", options)
    case .filtering(let command): return filtered(path, by: command)
    case .another(let other): return line(other, options)
    case .after(let command, let added, let removed):
      return "\(command) && " + line(path, changed(adding: added, removed))
    case .making(let command, let made): return "\(command) && " + line(made, options)
    case .saving:
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let stem = name.split(separator: ".").dropLast().joined(separator: ".")
      let saved = "saved/\(stem.isEmpty ? name : stem).xlsx"
      return "soffice --headless --convert-to xlsx --outdir saved \(file) && "
        + line(saved, options)
    case .showing(let lines):
      return text(of: path) + "sed -n '" + lines.map { "\($0)p" }.joined(separator: ";") + "'"
        + (isPlain(path) ? " " + file : "")
    case .showingBeginning: return text(of: path) + "head" + (isPlain(path) ? " " + file : "")
    case .line(let line): return line
    }
  }

  /// Whether a command reads the file itself, and not what another one writes.
  private func isPlain(_ path: String) -> Bool { path != "-" && text(of: path).isEmpty }

  /// What writes the text of a file into a pipe, where it is not text as it is.
  private func text(of path: String) -> String {
    guard path != "-" else { return "" }
    let file = path.asShellWord
    let source = try? SourceFile(reading: path)
    guard source?.kind != .workbook else { return "soffice --cat \(file) | " }
    let unpacked = path.hasSuffix(".gz") ? "gzip --decompress --stdout \(file) | " : ""
    let said = options.last { $0.name == "--encoding" }?.value
    guard let encoding = source?.encoding?.name ?? said else { return unpacked }
    let decoder = "iconv -f \(encoding.asShellWord) -t UTF-8"
    return unpacked.isEmpty ? "\(decoder) \(file) | " : "\(unpacked)\(decoder) | "
  }

  /// What a command makes of the bytes of a file, unpacked and otherwise as they are.
  private func filtered(_ path: String, by command: String) -> String {
    let file = path.asShellWord
    let piped = " | " + line("-", options)
    guard path != "-" else { return command + piped }
    return path.hasSuffix(".gz")
      ? "gzip --decompress --stdout \(file) | \(command)\(piped)" : "\(command) < \(file)\(piped)"
  }

  private func line(_ path: String, _ options: [ImportRemedy.Option]) -> String {
    let words = options.flatMap { option in
      option.value.map { [option.name, $0] } ?? [option.name]
    }
    return (["tally", "import", path] + words).map(\.asShellWord).joined(separator: " ")
  }

  // MARK: Changes

  private func changed(
    adding added: [ImportRemedy.Option],
    _ removed: [ImportRemedy.Option]
  ) -> [ImportRemedy.Option] {
    var added = added
    var removed = removed
    var changed: [ImportRemedy.Option] = []
    for option in options.reversed() {
      guard let place = removed.firstIndex(where: { Self.is($0, in: option) }) else {
        changed.insert(option, at: 0)
        continue
      }
      let gone = removed.remove(at: place)
      let replacement = added.firstIndex { $0.name == gone.name }.map { added.remove(at: $0) }
      if let own = Self.replacing(gone, in: option, by: replacement) {
        changed.insert(own, at: 0)
      }
    }
    return changed + added.filter { !changed.contains($0) }
  }

  /// Whether an option is another one, or one of its list.
  private static func `is`(_ part: ImportRemedy.Option, in option: ImportRemedy.Option) -> Bool {
    guard part.name == option.name else { return false }
    guard let value = part.value, value != option.value else { return true }
    return elements(of: option).contains(value)
  }

  private static func elements(of option: ImportRemedy.Option) -> [String] {
    guard lists.contains(option.name), let value = option.value else { return [] }
    return ImportRequest.Assignment.list(value).map(\.text)
  }

  private static func replacing(
    _ part: ImportRemedy.Option,
    in option: ImportRemedy.Option,
    by other: ImportRemedy.Option?
  ) -> ImportRemedy.Option? {
    guard let value = part.value, value != option.value else { return other }
    var elements = elements(of: option)
    guard let place = elements.firstIndex(of: value) else { return option }
    elements.replaceSubrange(place...place, with: other?.value.map { [$0] } ?? [])
    return elements.isEmpty
      ? nil : ImportRemedy.Option(option.name, elements.joined(separator: ","))
  }

  /// The last option that says something of a column; of a list the part that does.
  private func saying(of column: String) -> ImportRemedy.Option? {
    for option in options.reversed() where ["--by", "--measure"].contains(option.name) {
      let texts =
        option.name == "--by" ? Self.elements(of: option) : option.value.map { [$0] } ?? []
      if let text = texts.last(where: { Self.isOf(column, $0) }) {
        return ImportRemedy.Option(option.name, text)
      }
    }
    return nil
  }

  /// Without what is said of a column.
  private func without(_ column: String) -> [ImportRemedy.Option] {
    saying(of: column).map { changed(adding: [], [$0]) } ?? options
  }

  /// With another name for a column.
  private func with(_ name: String, for column: String) -> [ImportRemedy.Option] {
    guard let own = saying(of: column), let text = own.value else { return options }
    let side = ImportRequest.Assignment(text).name
    return changed(adding: [ImportRemedy.Option(own.name, "\(side)=\(name)")], [own])
  }

  private static func isOf(_ column: String, _ text: String) -> Bool {
    let assignment = ImportRequest.Assignment(text)
    return (assignment.column ?? assignment.name).lowercased() == column.lowercased()
  }

  /// With decimals for the measure that a column holds: as its declaration says, or of a measure of
  /// its own.
  private func with(_ decimals: Int, _ column: String) -> [ImportRemedy.Option] {
    let texts = options.filter { $0.name == "--measure" }.compactMap(\.value)
    let text = texts.first { Self.isOf(column, $0) } ?? texts.first ?? column
    let measure = ImportRequest.Assignment(text)
    let declared = options.first { option in
      option.name == "--new-measure"
        && option.value?.split(separator: ":").first.map(String.init)
          == measure.name
    }
    if let declared, let value = declared.value {
      var parts = value.split(separator: ":").map(String.init)
      parts += ["events", "flow"].dropFirst(max(0, parts.count - 1))
      let own = parts.prefix(3).joined(separator: ":") + ":\(decimals)"
      return changed(adding: [ImportRemedy.Option(declared.name, own)], [declared])
    }
    let name = "\(measure.name) in parts"
    return changed(
      adding: [
        ImportRemedy.Option("--new-measure", "\(name):events:flow:\(decimals)"),
        ImportRemedy.Option("--measure", "\(name)=\(measure.column ?? column)"),
      ],
      [ImportRemedy.Option("--measure", text)]
    )
  }
}
