import Catalog
import Importing
import Store

/// The files that an argument of an import means: a file itself, or the tables of a data package.
package enum ImportedFiles {
  /// The files to import, with the request for each.
  package static func all(
    at path: String,
    _ request: ImportRequest
  ) throws -> [(path: String, request: ImportRequest)] {
    let description = path + "/datapackage.json"
    if DatabaseFile.exists(description) { return try tables(of: description, request) }
    if path.hasSuffix("datapackage.json") { return try tables(of: path, request) }
    return [(path, request)]
  }

  private static func tables(
    of description: String,
    _ request: ImportRequest
  ) throws -> [(path: String, request: ImportRequest)] {
    let package = try DataPackageFile(reading: description)
    let folder = description.dropLast("datapackage.json".utf8.count)
    return package.resources.map { resource in
      var own = request
      let title = [resource.title, package.title, resource.name].first { !$0.isEmpty } ?? ""
      if own.source == nil {
        own.source = package.source.isEmpty ? title : "\(package.source): \(title)"
      }
      if own.url == nil, !package.url.isEmpty { own.url = package.url }
      if own.name == nil { own.name = resource.name }
      if !own.declaresColumns { own.fields = resource.fields }
      return (folder + resource.path, own)
    }
  }
}

extension ImportDeclaration {
  /// Declares fields by their names: measures, dimensions and time. Others are left out.
  mutating func takeFields(_ catalog: any CatalogReader) {
    for field in request.fields {
      let matches = catalog.matches(key: Spelling.key(of: field))
      let assignment = ImportRequest.Assignment(name: field, column: field)
      if ["fy", "cy", "month", "date"].contains(field)
        || matches.contains(where: { $0.kind == .dimension })
      {
        request.breakdowns.append(assignment)
      } else if matches.contains(where: { $0.kind == .measure }) {
        request.measures.append(assignment)
      }
    }
  }
}
