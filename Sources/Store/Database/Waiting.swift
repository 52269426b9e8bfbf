/// What is done while another program keeps a file locked.
package struct Waiting {
  /// Is told, once, when it takes longer than a second.
  package let tell: (String) -> Void
  /// Is asked many times a second; `false` ends the waiting.
  package let goesOn: () -> Bool

  package init(
    tell: @escaping (String) -> Void = { _ in },
    goesOn: @escaping () -> Bool = { true }
  ) {
    self.tell = tell
    self.goesOn = goesOn
  }
}
