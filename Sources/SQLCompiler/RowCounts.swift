package import Planner
import QueryLanguage

/// How many rows of the fact tables a plan reads: one SELECT for each dataset and frame.
package enum RowCounts {
  /// The SELECTs, each with one row of one number: the fact rows that it reads.
  package static func statements(for plan: QueryPlan) -> [String] {
    let frames = [plan.main] + plan.references.map(\.frame)
    return frames.flatMap(\.figures).flatMap { figure in
      figure.segments.flatMap(\.inFewRows).map { segment in
        SegmentSQL(
          segment: segment,
          keys: [],
          pieces: [],
          columns: [FigureColumn(sideSumOf: figure.figure.measure)]
        ).count.sql
      }
    }
  }
}
