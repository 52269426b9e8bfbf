package import Foundation
package import Store

/// A small seed that breaks no rule, kept as text so that a test can break one.
package struct TinySeed {
  package var files: [String: String] = tinyFiles

  package init() {}

  /// Replaces the only occurrence of a text in a file.
  package mutating func replace(_ text: String, with other: String, in file: String) {
    let parts = (files[file] ?? "").components(separatedBy: text)
    precondition(parts.count == 2, "`\(text)` occurs \(parts.count - 1) times in \(file)")
    files[file] = parts.joined(separator: other)
  }

  package func write(to folder: TemporaryFolder) throws {
    for (file, text) in files { try folder.write(Data(text.utf8), to: file) }
  }
}

/// A folder that goes when the test ends.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let name = "tally-tests-" + UUID().uuidString
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func write(_ data: Data, to file: String) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: url)
  }

  package var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

package let schemaPath = ShippedDatabase.repository + "/schema.sql"

/// Builds a seed and returns the open database.
package func built(_ seed: TinySeed, in folder: TemporaryFolder) throws -> Database {
  try seed.write(to: folder)
  let output = folder.path + "/tally.db"
  try DatabaseBuilder(seed: folder.path, schema: schemaPath).build(to: output) { _ in }
  return try Database(reading: output)
}

extension Database {
  /// The rows of a query, cells joined by `|`, as `sqlite3` prints them.
  package func rows(_ sql: String) throws -> [String] {
    let statement = try prepare(sql)
    var rows: [String] = []
    while try statement.step() {
      rows.append((0..<statement.columnCount).map { statement.text(at: $0) }.joined(separator: "|"))
    }
    return rows
  }
}

private let tinyFiles: [String: String] = [
  "catalog/sources.csv": """
  id,publisher,title,table,published,url,trust,note
  yearbook-2020,Office of Statistics,Yearbook 2020,Table 1,2021-05,,official,
  press-2021,The Gazette,Report,,2021-06-07,,secondary,"Says ""about"" it"

  """,
  "catalog/publishers.csv": """
  publisher,short
  Office of Statistics,OS

  """,
  "catalog/overlaps.csv": """
  id,measure,filters,other,other_filters,relation,note
  arrests_by_component,encounters,component=usbp,gotaways,,overlap,Both are seen between ports.

  """,
  "catalog/existence.csv": """
  measure,value,from,to,note
  gotaways,,2020-03-20,,First counted then.
  ,component=ofo,2019-10-01,,Founded then.

  """,
  "catalog/measures.csv": """
  id,name,subject,unit,kind,over_time,decimals,formula,part_of,not_with,aliases,definition,caveat
  encounters,encounters,encounters,events,flow,sum,,,,,stops,People stopped.,
  apprehensions,apprehensions,encounters,events,flow,sum,,encounters where component = usbp,encounters,,arrests; catches,Stops between ports.,
  gotaways,gotaways,encounters,events,flow,sum,,,,encounters,,Seen and not stopped.,
  drug_seizures,drug seizures,border operations,pounds,flow,sum,3,,,,,Pounds seized.,
  border_patrol_agents,agents,border operations,agents,stock,last,,,,,,Staff.,

  """,
  "catalog/dimensions.csv": """
  id,name,plural,parent,aliases,counts,description
  citizenship,citizenship,citizenships,region,country; nationality,,Country.
  region,region,regions,,,,World region.
  component,component,components,,,,Part of the agency.
  drug,drug,drugs,,,,Drug.

  """,
  "catalog/members.csv": """
  dimension,id,name,parent,aliases
  region,americas,Americas,,
  region,unknown,Unknown,,
  citizenship,mexico,Mexico,americas,Mexicans
  citizenship,venezuela,Venezuela,americas,
  citizenship,other,Other,unknown,
  component,usbp,Border Patrol,,
  component,ofo,Field Operations,,

  """,
  "catalog/groups.csv": """
  dimension,id,name,members,aliases
  citizenship,both,Both countries,mexico; venezuela,the two

  """,
  "catalog/phrases.csv": """
  phrase,means,note
  patrol,component=usbp,Shown: Border Patrol.
  stopped at the line,encounters where component = usbp,
  crossings,encounters,
  crossing,encounters,

  """,
  "catalog/near-words.csv": """
  word
  tables

  """,
  "catalog/words.csv": """
  word,part,means,as,note
  please,filler,,,
  grown-up,value,component=usbp,,

  """,
  "catalog/line-words.csv": """
  word,part,means,as,note

  """,
  "catalog/not-held.csv": """
  id,name,aliases,about,reason,note,where,nearest
  crossers,people who crossed,crossers,Crossings as people.,unpublished,Events are counted.,,encounters

  """,
  "catalog/not-held-pairs.csv": """
  thing,measures,beside,instead,note
  crossers,encounters,twice,,

  """,
  "catalog/breaks.csv": """
  id,measure,filters,at,until,datasets,about,kind,note,question
  new-count,encounters; gotaways,component=usbp; citizenship,2020-03,2021,by-*; counts,component=usbp,method,Counted anew.,

  """,
  "catalog/events.csv": """
  id,date,name,aliases,era,holder,era_aliases,description,source
  start,2020-01,A start,,,,,,sheet-2021

  """,
  "formats/formats.csv": """
  id,name,publisher,title,url,last_day

  """,
  "formats/columns.csv": """
  format,name,aliases,meaning,required

  """,
  "formats/tables.csv": """
  id,format,title,rows,scope,dimensions,measures,absent,complete,adds_up,rounding,rank,series,transition_quarter,note

  """,
  "formats/names.csv": """
  id,format,name,aliases,kind,unit,decimals,definition

  """,
  "formats/left.csv": """
  format,sheet,reason

  """,
  "formats/sheets.csv": """
  id,format,sheet,title,header,sections,fill,columns,rows,day

  """,
  "formats/values.csv": """
  format,dimension,text,meaning

  """,
  "catalog/datasets.csv": """
  id,source,title,time,dimensions,measures,scope,from,to,rounding,absent,complete,rank,series,transition_quarter,status,superseded_by,note
  by-country,yearbook-2020,By country,month,component; citizenship,encounters; gotaways,,2020-01,2020-05,1,zero,yes,10,,,current,,
  by-year,yearbook-2020,By year,fy,,encounters,component=usbp,2019,2020,10,unknown,yes,20,,,superseded,by-country,
  counts,yearbook-2020,Counts,span,component,encounters,,2020-01-01,2020-03-31,1,unknown,no,30,,,current,,
  staff,yearbook-2020,Staff,date,,border_patrol_agents,,2020-01-31,2020-02-29,1,unknown,yes,10,,,current,,
  stated,press-2021,Stated,cy,,gotaways,,2020,2021,100000,unknown,yes,80,,,current,,
  weighed,yearbook-2020,Weighed,fy,,drug_seizures,,2019,2020,1,unknown,yes,10,,,current,,

  """,
  "datasets/a/by-country.csv": """
  month,component,citizenship,encounters,gotaways
  2020-01,ofo,mexico,10,
  2020-01,ofo,venezuela,20,7
  2020-02,ofo,mexico,D,
  2020-02,usbp,other,70,5
  2020-04,ofo,other,0,
  2020-05,ofo,mexico,1,9

  """,
  "datasets/a/b/by-year.csv": "fy,encounters\n2019,100\n2020,110\n",
  "datasets/counts.csv": """
  start,end,component,encounters
  2020-01-01,2020-01-20,ofo,5
  2020-01-01,2020-01-20,usbp,6
  2020-01-21,2020-03-31,ofo,7

  """,
  "datasets/staff.csv": "date,border_patrol_agents\n2020-01-31,90\n2020-02-29,91\n",
  "datasets/stated.csv": "cy,gotaways,qualifier\n2020,-600000,more_than\n2021,700000,\n",
  "datasets/weighed.csv": "fy,drug_seizures\n2019,1.5\n2020,0.125\n",
  "documents/documents.csv": """
  id,publisher,title,published,date_basis,note
  sheet-2021,The Office,A sheet,2021-02-03,stated,

  """,
  "documents/figures.csv": """
  id,document,line,measure,as_said,unit,low,high,qualifier,kind,start,end,start_precision,end_precision,filters,speaker,status,note
  many,sheet-2021,3,encounters,stopped,people,100,,more_than,flow,2020-01,2020-02,month,month,citizenship=mexico,Office,paraphrase_of:few,
  few,sheet-2021,4,,seen,people,2.5,2.5,exact,stock,,,unstated,unstated,,Office,official,

  """,
  "documents/claims.csv": """
  id,document,line,paraphrase,kind,measure,filters,subject,reference,figures,checkable,question,nearest,note
  most_ever,sheet-2021,3,Most ever.,highest_since,encounters,component=usbp,2020,all,many; few,partly,encounters in fy2020 > 5,,

  """,
  "documents/readings.csv": """
  id,kind,said,means,note
  met,verb,met,encounters; apprehensions,Either.
  unnamed,place,,component=usbp,Often meant.

  """,
  "documents/programs.csv": """
  id,name,aliases,kind,description,measures,figures,documents,from,to,status,note
  fence,The fence,wall,facility,A fence.,encounters,many,sheet-2021,2017,2021-01-20,ended,

  """,
  "documents/rules.csv": """
  id,name,program,quantity,unit,direction,valid_from,valid_to,basis,document,outcome,note
  height,Height,fence,30,feet,at_least,2017-01-25,,An order,sheet-2021,,

  """,
]
