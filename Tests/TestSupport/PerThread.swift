import Foundation

/// One value for each thread that asks, made when it first does.
///
/// A session and its database belong to one thread. Tests run on several, each from beginning to end
/// on the same one.
package struct PerThread<Value>: Sendable {
  private let key: String
  private let make: @Sendable () throws -> Value

  /// - Parameter key: What tells these values from others of the thread.
  package init(_ key: String, make: @escaping @Sendable () throws -> Value) {
    self.key = key
    self.make = make
  }

  /// The value of this thread. What goes wrong when it is made is thrown each time.
  package func get() throws -> Value {
    let values = Thread.current.threadDictionary
    if let value = values[key] as? Value { return value }
    let value = try make()
    values[key] = value
    return value
  }
}
