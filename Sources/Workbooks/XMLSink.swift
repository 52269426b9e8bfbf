/// Takes what an XML document holds, in its order.
protocol XMLSink: AnyObject {
  /// `name` is without a prefix; attributes are names and values in turn, and end in `nil`.
  func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) throws
  func end(_ name: UnsafePointer<CChar>) throws
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}
