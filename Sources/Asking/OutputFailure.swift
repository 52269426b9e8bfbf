/// Standard output could not be written. The reason is the system's.
package struct OutputFailure: Error, Equatable {
  package let code: Int32
  package let reason: String

  package init(code: Int32, reason: String) {
    self.code = code
    self.reason = reason
  }
}
