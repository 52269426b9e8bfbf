/// What may have been broken off.
protocol Interruptible {
  var isInterrupted: Bool { get }
}
