import Catalog

/// The nearest that is held to a program without measures.
struct NearProgram {
  private let program: Program
  private let catalogIndex: CatalogIndex
  private let names: NamesInText

  init(_ program: Program, _ catalogIndex: CatalogIndex) {
    self.program = program
    self.catalogIndex = catalogIndex
    names = NamesInText(catalogIndex.catalog)
  }

  /// Questions that can be answered, at most two, from the first source of questions that yields
  /// any.
  var questions: [String] {
    let ways = [meantByFigures, ofItsOwnNames, ofItsDescription, ofValuesInItsDescription]
    for way in ways {
      let questions = way().withoutRepeats
      if !questions.isEmpty { return Array(questions.prefix(2)) }
    }
    return []
  }

  /// With what the figures are limited to, where a question can say it.
  private func meantByFigures() -> [String] {
    let questions = NextQuestions(catalogIndex)
    let figures = catalogIndex.figures.filter { program.figures.contains($0.key) }
    return questions.firstAnswered(
      of: figures.compactMap { figure in
        catalogIndex.measure(figure.measure).map { measure in
          let limited = measure.name + catalogIndex.condition(ofFilters: figure.filters)
          return questions.overTime(limited) + questions.overTime(measure.name)
        }
      }
    )
  }

  private func ofItsOwnNames() -> [String] {
    let figures = catalogIndex.figures.filter { program.figures.contains($0.key) }
    let members = program.aliases.flatMap { names.members(named: Spelling.key(of: $0)) }
    return about(members)
      + overTime(
        names.questioned(in: [program.name] + program.aliases + figures.map(\.asSaid))
      )
  }

  private func ofItsDescription() -> [String] {
    overTime(names.questioned(in: [program.description, program.note]))
  }

  private func ofValuesInItsDescription() -> [String] {
    about(names.members(in: [program.description]))
  }

  private func overTime(_ names: [String]) -> [String] {
    let questions = NextQuestions(catalogIndex)
    return questions.firstAnswered(of: names.map(questions.overTime))
  }

  /// For each value, the measure that most tables have for it.
  private func about(_ members: [Member]) -> [String] {
    members.flatMap { member in
      NextQuestions(catalogIndex).about(member, measures: catalogIndex.measures(countedBy: member))
        .prefix(1)
    }
  }
}
