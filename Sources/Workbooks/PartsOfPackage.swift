private import CMiniZip
internal import Diagnostics

/// The parts of a workbook, which is a ZIP archive of XML files.
final class PartsOfPackage {
  let path: String
  private let handle: unzFile

  /// The most parts of an archive that is taken for a workbook.
  private static let mostParts: UInt64 = 20_000

  /// Reads the archive that is open as a file. `path` is how it is called in messages.
  init(_ descriptor: Int32, path: String) throws(FileMistake) {
    self.path = path
    guard let handle = unzOpen64("/dev/fd/\(descriptor)") else {
      throw FileMistake(
        path,
        "is a damaged ZIP archive or workbook: it has no list of its parts",
        hint: "download it again",
        try: [.line("unzip -t \(path.asShellWord)")]
      )
    }
    self.handle = handle
    var info = unz_global_info64()
    guard unzGetGlobalInfo64(handle, &info) == UNZ_OK, info.number_entry <= Self.mostParts else {
      throw FileMistake(
        path,
        "is an archive of more than \(Self.mostParts) files, and no workbook",
        try: [.line("unzip -l \(path.asShellWord)")]
      )
    }
  }

  deinit { unzClose(handle) }

  /// Whether there is a part of that name.
  func has(_ name: String) -> Bool { unzLocateFile(handle, name, 2) == UNZ_OK }

  /// Unpacks a part, and gives its bytes to `body` piece by piece.
  /// A part that would be larger than `most` bytes is refused.
  func read(
    _ name: String,
    most: Int,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard has(name) else {
      throw FileMistake(
        path,
        "is a damaged workbook: it has no part \(name)",
        hint: "open it in a spreadsheet, and save it again",
        try: [.saving]
      )
    }
    var info = unz_file_info64()
    let status = unzGetCurrentFileInfo64(handle, &info, nil, 0, nil, 0, nil, 0)
    guard status == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
      throw info.flag & 1 != 0 ? encrypted : damaged(name)
    }
    defer { unzCloseCurrentFile(handle) }
    guard info.flag & 1 == 0 else { throw encrypted }
    guard info.uncompressed_size <= UInt64(most) else { throw tooLarge(name, most) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var size = 0
    while true {
      let count = Int(unzReadCurrentFile(handle, buffer.baseAddress, UInt32(buffer.count)))
      guard count >= 0 else { throw damaged(name) }
      guard count > 0 else { return }
      size += count
      guard size <= most else { throw tooLarge(name, most) }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private var encrypted: FileMistake {
    FileMistake(
      path,
      "is encrypted",
      hint: "open it with its password, and save it without one",
      try: [.making("unzip -d unpacked \(path.asShellWord)", path: "unpacked")]
    )
  }

  private func damaged(_ name: String) -> FileMistake {
    FileMistake(
      path,
      "is damaged: \(name) cannot be unpacked",
      hint: "download it again",
      try: [.line("unzip -t \(path.asShellWord)")]
    )
  }

  private func tooLarge(_ name: String, _ most: Int) -> FileMistake {
    FileMistake(
      path,
      "\(name) is larger than \(most >> 20) MiB when it is unpacked, which no table of figures is",
      try: [.line("unzip -l \(path.asShellWord)")]
    )
  }
}
