import Catalog

/// What the slots are taken for.
struct CheckFill {
  var counted: Mention.Counted
  var place: Member?
  var span: TimeSpan
  var base: TimeSpan?
  var name = ""
  /// Whether values that were carried are left out.
  var leavesCarriedOut = false
  var distance = TextReading.Distance.own
  /// Whether values of the statement before are kept that it leaves out.
  var takesLeftAfter = false
}
