/// Sizes and colors of pictures; dark where the reader's system is.
enum GraphicStyle {
  static let width = 760.0
  static let margin = 20.0
  static let title = TextMeasure(size: 19, isBold: true)
  static let subtitle = TextMeasure(size: 14)
  static let label = TextMeasure(size: 13)
  static let small = TextMeasure(size: 12)
  static let bold = TextMeasure(size: 12, isBold: true)

  /// Series beyond the last color are drawn in separate panels.
  static let colors = 6

  /// For each color, one for a light and one for a dark background, at least 4.5 to 1 against it.
  private static let series = [
    ("#1f66ad", "#79b4f2"), ("#b5451b", "#f29b76"), ("#23794a", "#6fcf97"),
    ("#7d4a9c", "#c9a2e8"), ("#8a6100", "#e2b84a"), ("#57616b", "#a9b4bf"),
  ]

  /// Those for light backgrounds.
  static var lightColors: [String] { series.map(\.0) }

  /// Plain rules, without variables, so that every program that draws SVG understands them.
  static var css: String {
    let light = rules(
      ground: "#ffffff",
      ink: "#16191d",
      soft: "#57616b",
      rule: "#d8dde2",
      series.map(\.0)
    )
    let dark = rules(
      ground: "#14181c",
      ink: "#eef1f4",
      soft: "#a9b4bf",
      rule: "#3a444e",
      series.map(\.1)
    )
    return """
      .t{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif}
      .t .title{font-size:19px;font-weight:600}.t .subtitle{font-size:14px}
      .t .label{font-size:13px}.t .small{font-size:12px}.t .heading{font-size:13px;font-weight:600}.t .end{font-size:12px;font-weight:600}
      .t .line{fill:none;stroke-width:2;stroke-linejoin:round}.t .leader{stroke-width:.8;stroke-opacity:.6}.t .partial{stroke-dasharray:4 3}
      .t .bar.partial{stroke-width:1.2;fill-opacity:.3}
      .t text{font-variant-numeric:tabular-nums}
      \(light)
      @media (prefers-color-scheme:dark){\(dark)}
      """
  }

  private static func rules(
    ground: String,
    ink: String,
    soft: String,
    rule: String,
    _ colors: [String]
  ) -> String {
    var rules =
      ".t .ground{fill:\(ground)}.t .ink{fill:\(ink)}.t .soft{fill:\(soft)}"
      + ".t .grid{stroke:\(rule)}.t .axis{stroke:\(soft)}.t .point{stroke:\(ground)}"
      + ".t .hollow{fill:\(ground)}"
    for (index, color) in colors.enumerated() {
      rules +=
        ".t .f\(index){fill:\(color)}.t .s\(index){stroke:\(color)}"
    }
    return rules
  }
}
