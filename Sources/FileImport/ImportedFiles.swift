import Catalog
import Diagnostics
import Importing
import Store

/// The files that an argument of an import means: a file itself, the tables of a data package, or
/// the files of a folder.
package enum ImportedFiles {
  /// A file to import, with the request for it.
  package typealias Wanted = (path: String, request: ImportRequest)

  /// The files to import; those of one group are one change.
  package static func groups(
    at path: String,
    _ request: ImportRequest
  ) throws -> [[Wanted]] {
    let description = path + "/datapackage.json"
    if DatabaseFile.exists(description) { return [try tables(of: description, request)] }
    if path.hasSuffix("datapackage.json") { return [try tables(of: path, request)] }
    guard FolderListing.isFolder(path) else {
      if let mistake = slip(path) { throw mistake }
      return [[(path, request)]]
    }
    let files = FolderListing(of: path).entries.filter { !$0.isFolder && isTable($0.name) }
    guard !files.isEmpty else {
      throw ImportMistake(
        "\(path): is a folder without tables",
        hint: "tables have names that end in \(endings.joined(by: ", "))",
        try: [.line("ls \(path.asShellWord)")]
      )
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    return files.map { [(folder + $0.name, request)] }
  }

  /// The error for a file that is not there, where another one of its folder is called almost so.
  private static func slip(_ path: String) -> ImportMistake? {
    guard path != "-", !DatabaseFile.exists(path), !path.contains("://") else { return nil }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = String(path.dropFirst(folder.count))
    let files = FolderListing(of: folder.isEmpty ? "." : folder).entries.filter { !$0.isFolder }
    guard let near = closestMatch(to: name, among: files.map(\.name)) else { return nil }
    return ImportMistake(
      "\(path): there is no such file",
      hint: "nearest: \(folder + near)",
      try: [.another(folder + near)]
    )
  }

  /// What lies in a folder and is not read, in one sentence; `nil` where there is nothing.
  package static func unread(at path: String) -> String? {
    guard FolderListing.isFolder(path), !DatabaseFile.exists(path + "/datapackage.json") else {
      return nil
    }
    let rest = FolderListing(of: path).entries.filter {
      !$0.name.hasPrefix(".") && !$0.name.hasPrefix("~") && ($0.isFolder || !isTable($0.name))
    }
    guard !rest.isEmpty else { return nil }
    let names = rest.prefix(mostNamed).map { $0.isFolder ? "\($0.name)/" : $0.name }
    let more = rest.count > mostNamed ? " and \(rest.count - mostNamed) more" : ""
    let folders =
      rest.contains(where: \.isFolder) ? "; a folder inside is read where it is named" : ""
    return "\(path): not read: \(names.joined(by: ", "))\(more)\(folders)"
  }

  private static let mostNamed = 12

  private static func isTable(_ name: String) -> Bool {
    let name = name.lowercased()
    return !name.hasPrefix(".") && !name.hasPrefix("~") && endings.contains { name.hasSuffix($0) }
  }

  private static let endings = [
    ".csv", ".tsv", ".txt", ".xlsx", ".jsonl", ".ndjson", ".csv.gz", ".tsv.gz", ".txt.gz",
    ".jsonl.gz", ".ndjson.gz",
  ]

  private static func tables(
    of description: String,
    _ request: ImportRequest
  ) throws -> [Wanted] {
    let package = try DataPackageFile(reading: description)
    let folder = description.dropLast("datapackage.json".utf8.count)
    return try package.resources.map { resource in
      var own = request
      let title = [resource.title, package.title, resource.name].first { !$0.isEmpty } ?? ""
      if own.source == nil {
        own.source = package.source.isEmpty ? title : "\(package.source): \(title)"
      }
      if own.url == nil, !package.url.isEmpty { own.url = package.url }
      if own.name == nil { own.name = resource.name }
      if !own.declaresColumns {
        guard resource.partialRows == 0 else { throw part(folder + resource.path, resource) }
        own.fields = resource.fields
        own.question = resource.question
      }
      return (folder + resource.path, own)
    }
  }

  /// Options that name the fields of a table by themselves.
  private static func named(_ resource: DataPackageFile.Resource) -> String {
    let times = ["fy", "cy", "quarter", "month", "date"]
    let time = resource.fields.first(where: times.contains) ?? "fy"
    let figure = resource.fields.last { !times.contains($0) } ?? ""
    return "--measure \(figure.asShellWord) --by \(time)"
  }

  /// A table of an answer some of whose periods were held in part: nothing in it says which days.
  private static func part(
    _ path: String,
    _ resource: DataPackageFile.Resource
  ) -> ImportMistake {
    let count = resource.partialRows
    return ImportMistake(
      "\(path): \(count) \(count == 1 ? "row is" : "rows are") of periods that were held in part, and would count as whole",
      hint:
        "an answer by month, or of whole periods, can be imported; --measure and --by read the table as it is",
      try: [.line("tally import \(path.asShellWord) \(named(resource)) --partial")]
    )
  }
}

extension ImportDeclaration {
  /// Declares fields by their names: measures, dimensions and time. Others are left out.
  mutating func takeFields(_ catalog: any CatalogReader) {
    for field in request.fields {
      let matches = catalog.matches(key: Spelling.key(of: field))
      let assignment = ImportRequest.Assignment(name: field, column: field)
      if ["fy", "cy", "quarter", "month", "date"].contains(field)
        || matches.contains(where: { $0.kind == .dimension })
      {
        request.breakdowns.append(assignment)
      } else if matches.contains(where: { $0.kind == .measure }) {
        request.measures.append(assignment)
      }
    }
  }
}
