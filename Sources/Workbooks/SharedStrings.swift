internal import Diagnostics

/// The texts that cells of a workbook share, by their numbers.
final class SharedStrings: XMLSink {
  private let path: String
  private let keepsNotes: Bool
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var rich = RichText()

  /// The memory that texts of a workbook may take, in bytes.
  private static let most = 96 << 20
  private static let mostTexts = 4 << 20

  /// `keepsNotes`: whether raised letters, which are marks of footnotes, count as text.
  init(path: String, keepsNotes: Bool) {
    self.path = path
    self.keepsNotes = keepsNotes
  }

  var count: Int { ends.count }

  /// The bytes of a text; `nil` where there is none of that number.
  @inline(__always)
  func with(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    guard number >= 0, number < ends.count else { return false }
    let start = number == 0 ? 0 : ends[number - 1]
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[number]])) }
    return true
  }

  func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isName(name, "si") { rich.begin() } else { rich.start(name, attributes) }
  }

  func end(_ name: UnsafePointer<CChar>) throws {
    rich.end(name)
    guard isName(name, "si") else { return }
    let text = keepsNotes ? rich.whole : rich.plain
    guard bytes.count + text.count <= Self.most, ends.count < Self.mostTexts else {
      throw FileMistake(
        path,
        "its cells hold more than \(Self.most >> 20) MiB of different texts, which no table of figures does",
        hint: "save the sheet as CSV",
        try: [.line("soffice --headless --convert-to csv --outdir saved \(path.asShellWord)")]
      )
    }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { rich.text(bytes) }
}
