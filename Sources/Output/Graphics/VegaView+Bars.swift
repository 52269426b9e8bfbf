/// Figures as level bars.
extension VegaView {
  /// Each with its figure at its end, which is in words where there is none; partial periods are
  /// lighter bars.
  func bars(width: Double) -> [(String, JSONValue)] {
    let y = JSONValue.object([
      ("field", .text("label")), ("type", .text("nominal")),
      ("sort", .array(labels.map { .text($0.cell.name) })),
      (
        "axis",
        .object([("title", .null), ("labelLimit", .number(230)), ("ticks", .boolean(false))])
      ),
    ])
    let offset: [(String, JSONValue)] =
      panels.count == 1 || !areTogether
      ? [] : [("yOffset", .object([("field", .text("series")), ("sort", names)]))]
    let opacity = JSONValue.object([
      ("condition", .object([("test", .text("datum.partial")), ("value", .decimal(0.4))])),
      ("value", .number(1)),
    ])
    let isBelow = "datum.value < 0"
    return [
      ("width", .decimal(width)),
      ("height", .object([("step", .number(offset.isEmpty ? 25 : 18))])),
      ("encoding", .object([("y", y), ("x", valueAxis)] + offset)),
      (
        "layer",
        .array([
          .object([
            ("mark", .object([("type", .text("bar"))])),
            ("encoding", .object([("opacity", opacity), tooltip] + color)),
          ]),
          figures(align: "left", dx: 4, where: "!(\(isBelow))"),
          figures(align: "right", dx: -4, where: isBelow),
        ])
      ),
    ]
  }

  private func figures(align: String, dx: Int, where test: String) -> JSONValue {
    .object([
      (
        "transform",
        .array([
          .object([("filter", .text(test))]),
          .object([
            ("calculate", .text("isValid(datum.value) ? datum.value : 0")), ("as", .text("end")),
          ]),
        ])
      ),
      (
        "mark",
        .object([
          ("type", .text("text")), ("align", .text(align)), ("dx", .number(dx)),
          ("fontSize", .number(12)),
        ])
      ),
      (
        "encoding",
        .object([
          ("x", .object(field("end"))), ("text", .object([("field", .text("figure"))])),
          (
            "color",
            .object([
              (
                "condition",
                .object([
                  ("test", .text("isValid(datum.value)")), ("value", .text("#16191d")),
                ])
              ),
              ("value", .text("#57616b")),
            ])
          ),
        ])
      ),
    ])
  }
}
