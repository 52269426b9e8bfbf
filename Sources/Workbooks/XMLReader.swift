private import CExpat
internal import Diagnostics

/// Reads an XML document in pieces, in bounded memory. Documents that declare a type of their own,
/// which is where entities come from, are refused: no workbook has one.
final class XMLReader {
  private let parser: OpaquePointer
  private let state: State

  private final class State {
    let sink: any XMLSink
    var failure: (any Error)?
    var depth = 0
    var hasType = false
    var parser: OpaquePointer?

    init(_ sink: any XMLSink) { self.sink = sink }

    func stop() { XML_StopParser(parser, XML_Bool(XML_FALSE)) }

    @inline(__always)
    func run(_ body: () throws -> Void) {
      guard failure == nil else { return }
      do {
        try body()
      } catch {
        failure = error
        stop()
      }
    }
  }

  /// The deepest that elements may lie in others.
  private static let deepest = 64
  /// The longest that a tag or a piece of text may be, in bytes: the parser holds it whole.
  private static let longest = 4 << 20

  private let path: String
  private let part: String
  private var given = 0

  init(_ sink: any XMLSink, path: String, part: String) {
    (self.path, self.part) = (path, part)
    guard let parser = XML_ParserCreate(nil) else { preconditionFailure("no memory is left") }
    self.parser = parser
    state = State(sink)
    state.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data, let name, let attributes else { return }
        let state = Unmanaged<State>.fromOpaque(data).takeUnretainedValue()
        state.depth += 1
        if state.depth > XMLReader.deepest { return state.stop() }
        state.run { try state.sink.start(name, XMLAttributes(pointers: attributes)) }
      },
      { data, name in
        guard let data, let name else { return }
        let state = Unmanaged<State>.fromOpaque(data).takeUnretainedValue()
        state.depth -= 1
        state.run { try state.sink.end(name) }
      }
    )
    XML_SetCharacterDataHandler(parser) { data, text, length in
      guard let data, let text else { return }
      let state = Unmanaged<State>.fromOpaque(data).takeUnretainedValue()
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
      state.run { try state.sink.text(bytes.assumingMemoryBound(to: UInt8.self)) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data else { return }
      let state = Unmanaged<State>.fromOpaque(data).takeUnretainedValue()
      state.hasType = true
      state.stop()
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Takes the next bytes of the document.
  func read(_ bytes: UnsafeRawBufferPointer) throws {
    let text = bytes.assumingMemoryBound(to: CChar.self).baseAddress
    let status = XML_Parse(parser, text, Int32(bytes.count), 0)
    given += bytes.count
    try check(status)
    guard given - Int(XML_GetCurrentByteIndex(parser)) <= Self.longest else {
      throw mistake("a tag of more than \(Self.longest >> 20) MiB")
    }
  }

  /// Ends the document.
  func finish() throws { try check(XML_Parse(parser, nil, 0, 1)) }

  private func check(_ status: XML_Status) throws {
    if let failure = state.failure { throw failure }
    if state.hasType { throw mistake("a document type declaration, which no workbook needs") }
    if state.depth > Self.deepest { throw mistake("elements \(Self.deepest) deep") }
    guard status == XML_STATUS_OK else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? ""
      throw mistake(reason)
    }
  }

  private func mistake(_ reason: String) -> FileMistake {
    FileMistake(
      path,
      "\(part), line \(XML_GetCurrentLineNumber(parser)), is not the XML of a workbook: \(reason)",
      hint: "open it in a spreadsheet, and save it again",
      try: [.saving]
    )
  }
}
