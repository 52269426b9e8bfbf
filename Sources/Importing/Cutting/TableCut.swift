/// How a table with a row for each figure is cut out of rows of cells: where it begins and ends,
/// and what of it is in columns, in headers and in titles.
package struct TableCut: Sendable {
  /// Where something is that distinguishes figures.
  package enum Place: Hashable, Sendable {
    /// The column with this name.
    case column(String)
    /// The header above the figure.
    case header
    /// The header above that one, which is often written over several columns.
    case group
    /// The last row before that had one of the names of sections.
    case section
    /// The fiscal year in the title of the table.
    case year
    /// The last day of the figures, as the file says it elsewhere.
    case until
    /// What is in the cells of figures themselves.
    case cells

    /// As written in data and in messages.
    package var name: String {
      switch self {
      case .column(let name): name
      case .header: "(header)"
      case .group: "(group)"
      case .section: "(section)"
      case .year: "(year)"
      case .until: "(until)"
      case .cells: "(cells)"
      }
    }

    package init(_ name: String) {
      let others: [Place] = [.header, .group, .section, .year, .until, .cells]
      self = others.first { $0.name == name } ?? .column(name)
    }
  }

  /// The rows of the header.
  package enum HeaderRows: Sendable, Equatable {
    case one
    /// Groups are above the names of columns.
    case groupsAbove
    /// Parts are below the names of columns.
    case partsBelow
    /// Two rows that are both read across; names of other columns may be in either.
    case twoAcross
    /// So many rows, of which the names are made together. They begin at the first row.
    case joined(Int)
  }

  /// Which rows and columns count: those in which a place has one of some names, or has none of
  /// them.
  package struct NameRule: Sendable {
    package let place: Place
    package let keeps: Bool
    package let names: [NamePattern]

    package init(place: Place, keeps: Bool, names: [NamePattern]) {
      (self.place, self.keeps, self.names) = (place, keeps, names)
    }

    func allows(_ text: String) -> Bool { names.contains { $0.matches(text) } == keeps }
  }

  /// What becomes of rows that have texts but no figures.
  package enum RowsWithoutFigures: Sendable {
    /// They are notes, and end the table.
    case end
    /// Those that lack a value too are notes, and are left out.
    case leaveOut
    /// They are rows whose figures are not published.
    case keep
  }

  /// Where the figures are.
  package enum Figures: Sendable {
    /// In columns with these names, one for each measure.
    case columns([String])
    /// In all columns that hold nothing else, and whose header this accepts.
    case spread(@Sendable (String) -> Bool)
  }

  /// The cell at which the table begins; `nil` where it begins with its header.
  package var title: NamePattern?
  package var headerRows = HeaderRows.one
  /// Names of rows that begin a section.
  package var sections: [NamePattern] = []
  /// Columns whose empty cells have the value of the cell above.
  package var filled: Set<String> = []
  /// What distinguishes figures, in the order of the columns that are made.
  package var keys: [Place]
  package var figures: Figures
  /// Of what is read across two rows, which texts of the upper one are read.
  package var acceptsGroup: (@Sendable (String) -> Bool)?
  package var rules: [NameRule] = []
  /// The place that holds the month of a fiscal year, where months after the last one are left out.
  package var months: Place?
  /// Whether a name that several columns have is refused, since any of them may be meant.
  package var refusesTwins = false
  /// What becomes of rows that have texts but no figures.
  package var rowsWithoutFigures = RowsWithoutFigures.end

  package init(keys: [Place], figures: Figures) {
    self.keys = keys
    self.figures = figures
  }

  /// The names that the header must have.
  var names: [String] {
    var names: [String] = keys.compactMap {
      if case .column(let name) = $0 { name } else { nil }
    }
    if case .columns(let own) = figures { names += own }
    return names
  }
}
