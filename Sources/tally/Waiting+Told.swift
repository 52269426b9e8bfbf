import Store

extension Waiting {
  /// Tells on standard error what is waited for; `goesOn` ends it.
  static func told(
    _ output: StandardOutput,
    while goesOn: @escaping () -> Bool = { true }
  ) -> Waiting {
    Waiting(
      tell: { output.report("waiting for \($0): another program has locked it") },
      goesOn: goesOn
    )
  }
}
