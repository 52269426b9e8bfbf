/// Series in time as lines.
extension VegaView {
  /// Whole periods are joined by a line, partial ones by a dashed one with a hollow end.
  func lines(_ axis: VegaTimeAxis, width: Double) -> [(String, JSONValue)] {
    [
      ("encoding", .object([("x", axis.encoding(width: width)), ("y", valueAxis)] + color)),
      (
        "layer",
        .array([
          .object([
            (
              "mark",
              .object([
                ("type", .text("line")), ("invalid", .text("break-paths-show-path-domains")),
              ])
            ),
            ("encoding", .object([("y", .object(field("whole")))])),
          ]),
          joints(isDashed: true), joints(isDashed: false), points(isPartial: false),
          points(isPartial: true),
        ])
      ),
    ]
  }

  /// What runs to a partial period is dashed, what goes on from one is not.
  private func joints(isDashed: Bool) -> JSONValue {
    let test = isDashed ? "datum.partial" : "!datum.partial && datum.partialBefore"
    let dash: [(String, JSONValue)] =
      isDashed ? [("strokeDash", .array([.number(4), .number(3)]))] : []
    return .object([
      ("transform", .array([.object([("filter", .text(test + Self.hasBoth))])])),
      ("mark", .object([("type", .text("rule")), ("strokeWidth", .number(2))] + dash)),
      (
        "encoding",
        .object([
          ("x2", .object([("field", .text("timeBefore"))])),
          ("y2", .object([("field", .text("valueBefore"))])),
        ])
      ),
    ])
  }

  func field(_ name: String) -> [(String, JSONValue)] {
    [("field", .text(name)), ("type", .text("quantitative"))]
  }

  /// Beside each point, the one before it, and the figure only where its period is whole.
  static let joints: [JSONValue] = [
    .object([
      ("calculate", .text("datum.partial ? null : datum.value")), ("as", .text("whole")),
    ]),
    .object([
      (
        "window",
        .array(
          ["value", "time", "partial"].map { field in
            .object([
              ("op", .text("lag")), ("field", .text(field)), ("as", .text(field + "Before")),
            ])
          }
        )
      ),
      ("groupby", .array([.text("series")])),
    ]),
  ]

  private static let hasBoth = " && isValid(datum.value) && isValid(datum.valueBefore)"

  private func points(isPartial: Bool) -> JSONValue {
    let paint: [(String, JSONValue)] =
      isPartial
      ? [("filled", .boolean(false)), ("fill", .text("white")), ("strokeWidth", .number(2))]
      : [("filled", .boolean(true))]
    return .object([
      (
        "transform",
        .array([.object([("filter", .text(isPartial ? "datum.partial" : "!datum.partial"))])])
      ),
      (
        "mark",
        .object(
          [
            ("type", .text("point")), ("size", .number(isPartial ? 40 : 24)),
            ("opacity", .number(1)),
          ]
            + paint
        )
      ),
      ("encoding", .object([tooltip])),
    ])
  }
}
