import Catalog
package import Diagnostics
package import Planner
import QueryLanguage
package import Reading

extension Pipeline {
  /// What a line means that is not in the language; none where the language understands it,
  /// although the data may not answer it.
  package func readings(of line: String) -> Readings? {
    understands(line) ? nil : readings(ofSpeech: line)
  }

  /// What a line means that the language is known not to understand. The plans of the questions
  /// that it may be are kept until the next line is read.
  package func readings(ofSpeech line: String) -> Readings? {
    guard line.utf8.count <= Reader.longest else { return nil }
    plans.forget()
    let spoken = SpokenOutput(line)
    return Reader(catalog, answers: { answers($0) }, instead: { instead(of: $0) })
      .readings(of: spoken.question).followed(by: spoken.output)
  }

  /// Whether a line has words of speech, which no tool has.
  package func isSpoken(_ line: String) -> Bool { Reader.isSpoken(line, catalog) }

  /// Whether each of some words takes something away, or makes another quantity: `without`, `only`.
  package func restricts(_ words: [String]) -> Bool { Reader.restrict(words, catalog) }

  /// A reading by offices, of which only the part is published that they belong to, kept to that
  /// part; any other as it is.
  package func published(_ reading: Reading) -> Reading {
    let statement = reading.statement
    guard reading.isByOffices, plans.plan(of: statement) == nil else { return reading }
    let nearer = instead(of: reading)
    guard nearer.areParts, let part = nearer.questions.only, part.hasPrefix(statement) else {
      return reading
    }
    return reading.kept(to: part)
  }

  /// The questions that can be asked instead of a reading that is refused.
  private func instead(of reading: Reading) -> NearerQuestions {
    do {
      _ = try plan(parse(reading.statement, suggesting: false))
    } catch let mistake as Diagnostic {
      return NearerQuestions(mistake.questions, areParts: mistake.isOfParts)
    } catch {}
    return NearerQuestions([], areParts: false)
  }

  /// Plans a question, or takes the plan with which it was tried as a reading. A mistake does not
  /// tell what may have been meant.
  package func planQuickly(_ question: String) throws -> QueryPlan {
    if asked != nil, let plan = plans.plan(of: question) { return plan }
    return try plan(parse(question, suggesting: false))
  }

  /// The mistake in a line, with what may have been meant.
  package func suggesting(_ mistake: Diagnostic, in line: String) throws -> Diagnostic {
    guard mistake.kind.mayBeSpeech, mistake.kind != .misspelled else { return mistake }
    do {
      _ = try parse(line)
    } catch let full as Diagnostic {
      return full
    }
    return mistake
  }

  /// Whether a statement of the language can be answered.
  private func answers(_ statement: String) -> Bool {
    if statement.hasPrefix("describe ") || statement.hasPrefix("show ") { return true }
    if statement.hasPrefix("check ") {
      return (try? parseCheck(statement)).map { (try? plan($0)) != nil } ?? false
    }
    return plans.plan(of: statement) {
      QueryPlan(trying: statement, definitions: definitions, catalog)
    } != nil
  }

  /// Whether a line is a question of the language; one that it asks back, `since trump`, is.
  private func understands(_ line: String) -> Bool {
    guard let query = try? parse(line, suggesting: false) else { return false }
    do {
      _ = try query.resolved(against: catalog)
      return true
    } catch {
      return error.kind == .slip
    }
  }
}
