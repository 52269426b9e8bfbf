/// What is between fields, and how a text stays one field.
protocol FieldSyntax {
  static var separator: UInt8 { get }
  static func append(_ text: String, to output: inout OutputBuffer)
}
