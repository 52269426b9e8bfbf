/// The result of something that may have been interrupted.
protocol Interruptible {
  var isInterrupted: Bool { get }
}
