import Store

extension Waiting {
  /// Tells on standard error what is waited for; `goesOn` ends it.
  static func told(
    _ output: StandardOutput,
    while goesOn: @escaping () -> Bool = { true }
  ) -> Waiting {
    Waiting(tell: { output.report($0) }, goesOn: goesOn)
  }
}
