/// The start page: what to type first, and where to find everything else.
package enum StartPage {
  /// Statements that can be typed unchanged.
  package static let questions = [
    "removals by fy since 2010",
    "encounters for venezuela by month in fy2024 | chart",
    "encounters by citizenship top 5 in fy2023 with share, others",
  ]
  package static let checks = [
    "check encounters for southwest in nov 2024 is lowest since jul 2020",
    "check claims",
  ]
  package static let catalogIndex = [
    "show measures", "describe removals", "explain removals by fy",
  ]

  /// A line in everyday words.
  package static let inOwnWords = [
    "how many venezuelans were encountered at the southern border in 2023"
  ]

  /// The same as a page of help.
  static func page(lists: [(name: String, summary: String)]) -> HelpPage {
    var page = HelpPage(ownText: text)
    page.add("ask", (inOwnWords + questions).map { ($0, "") })
    page.add("check", checks.map { ($0, "") })
    page.add("see", catalogIndex.map { ($0, "") })
    page.add("help", lists.map { ("help \($0.name)", $0.summary) })
    return page
  }

  private static let text = """
    Ask in your own words, or in the language:

    \(lines(inOwnWords + questions))

    Check what was said:

    \(lines(checks))

    See what there is, what is known of a name, how an answer is found:

    \(lines(catalogIndex))

    `help clauses` `help periods` `help formats` `help statements` explain the language,
    `help by` one clause, `help removals` what a measure counts, `.help` the commands.
    Tab offers what may come next. Ctrl-C clears the line, Ctrl-D leaves.
    """

  private static func lines(_ statements: [String]) -> String {
    statements.map { "  \($0)" }.joined(separator: "\n")
  }
}
