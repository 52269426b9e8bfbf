import Catalog

/// What the slots are taken for.
struct CheckFill {
  var counted: Mention.Counted
  var place: Member?
  var span: TimeSpan
  var base: TimeSpan?
  var name = ""
  /// The day whose figure is meant, of a limit that was changed.
  var asOf: Period?
  /// A place that is left out beside another: `Vermont's sector, Swanton`.
  var placeLeftOut: String?
  /// Which of the values that were carried are kept.
  var keeps = Kept.all
  /// Whether it is left out who acts: `CBP officers seized …`, of all that CBP seized.
  var leavesActor = false
  var distance = TextReading.Distance.own
  /// Whether values are taken for those of the same name in another dimension: New York, the state.
  var takesRivals = false
  /// Whether values of the statement before are kept that it leaves out.
  var takesLeftAfter = false

  /// Which values that were carried are kept; those that the statement says itself always are.
  enum Kept {
    case all, places, things, none
  }
}
