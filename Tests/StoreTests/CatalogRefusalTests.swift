import Testing

@Suite("The catalog is refused where it breaks a rule")
struct CatalogRefusalTests {
  @Test("of its sources", arguments: sources)
  func refusesSource(_ slip: Slip) throws { try slip.check() }

  @Test("of its measures", arguments: measures)
  func refusesMeasure(_ slip: Slip) throws { try slip.check() }

  @Test("of its dimensions and members", arguments: members)
  func refusesMember(_ slip: Slip) throws { try slip.check() }

  @Test("of its phrases, breaks and events", arguments: words)
  func refusesWord(_ slip: Slip) throws { try slip.check() }

  @Test("of its list of datasets", arguments: datasets)
  func refusesDataset(_ slip: Slip) throws { try slip.check() }
}

private let sources = Slip.all(
  in: """
    catalog/sources.csv
    - title,table
    + titel,table
    = catalog/sources.csv:1: column titel: expected `title` as column 3 of the header (nearest: title)
    catalog/sources.csv
    - trust,note⏎
    + trust⏎
    = catalog/sources.csv:1: column note: missing in the header
    catalog/sources.csv
    - trust,note⏎
    + trust,note,more⏎
    = catalog/sources.csv:1: column more: one column too many in the header
    catalog/sources.csv
    - official,⏎
    + official⏎
    = catalog/sources.csv:2: 7 cells, but the header has 8
    catalog/sources.csv
    - official,⏎
    + official,⏎⏎
    = catalog/sources.csv:3: an empty line
    catalog/sources.csv
    - yearbook-2020,Of
    + Yearbook_2020,Of
    = catalog/sources.csv:2: column id: `Yearbook_2020` is not kebab-case (a-z, 0-9, -)
    catalog/sources.csv
    - press-2021,
    + yearbook-2020,
    = catalog/sources.csv:3: column id: a second source `yearbook-2020`
    catalog/sources.csv
    - 2021-06-07
    + 2021-02-29
    = catalog/sources.csv:3: column published: `2021-02-29` is not a date (2024-05-12, 2024-05 or 2024)
    catalog/sources.csv
    - ,official
    + ,oficial
    = catalog/sources.csv:2: column trust: `oficial` is not one of official, copy, secondary (nearest: official)
    catalog/sources.csv
    - Yearbook 2020,Table
    + ,Table
    = catalog/sources.csv:2: column title: must not be empty
    catalog/publishers.csv
    - Office of Statistics,OS⏎
    + A,B⏎A,C⏎
    = catalog/publishers.csv:3: column publisher: a second row for `A`
    """
)

private let measures = Slip.all(
  in: """
    catalog/measures.csv
    - ,stock,last
    + ,stok,last
    = catalog/measures.csv:6: column kind: `stok` is not one of flow, stock, average, limit, mean (nearest: stock)
    catalog/measures.csv
    - ,stock,last
    + ,stock,sum
    = catalog/measures.csv:6: column over_time: figures of kind `stock` combine by `last`
    catalog/measures.csv
    - ,sum,3,
    + ,sum,10,
    = catalog/measures.csv:5: column decimals: `10` is not a whole number from 0 to 9
    catalog/measures.csv
    - usbp,encounters,,arrests
    + usbp,encounter,,arrests
    = catalog/measures.csv:3: column part_of: no measure `encounter` (nearest: encounters)
    catalog/measures.csv
    - usbp,encounters,,arrests
    + usbp,apprehensions,,arrests
    = catalog/measures.csv:3: column part_of: `apprehensions` is a part of itself
    catalog/measures.csv
    - ,,encounters,,Seen
    + ,,encounters; encounters,,Seen
    = catalog/measures.csv:4: column not_with: `encounters` is twice in the list
    catalog/measures.csv
    - ,,encounters,,Seen
    + ,,encounters; staff,,Seen
    = catalog/measures.csv:4: column not_with: no measure `staff`
    catalog/measures.csv
    - ,,encounters,,Seen
    + ,,gotaways,,Seen
    = catalog/measures.csv:4: column not_with: names the measure itself
    catalog/measures.csv
    - arrests; catches
    + arrests; ; catches
    = catalog/measures.csv:3: column aliases: an empty item in the list
    catalog/measures.csv
    - arrests; catches
    + arrests; …
    = catalog/measures.csv:3: column aliases: `…` holds no letter and no digit
    catalog/measures.csv
    - encounters where
    + encountres + gotaways where
    = catalog/measures.csv:3: column formula: no measure `encountres` (nearest: encounters)
    catalog/measures.csv
    - encounters where
    + encounters + where
    = catalog/measures.csv:3: column formula: a measure is missing in the formula
    catalog/measures.csv
    - drug_seizures,drug seizures
    + gotaways,drug seizures
    = catalog/measures.csv:5: column id: a second measure `gotaways`
    catalog/measures.csv
    - drug_seizures,drug seizures
    + drug_seizures,gotaway
    = catalog/measures.csv:5: column name: `gotaway` reads like `gotaways` of an earlier row
    catalog/measures.csv
    - agents,border operations,agents
    + agents,postings,agents
    = catalog/measures.csv:6: column subject: the schema has no fact table `postings`
    catalog/measures.csv
    - agents,border operations,agents
    + agents,visas,agents
    = catalog/measures.csv:6: column id: the fact table `visas` of the schema has no column `border_patrol_agents`
    """
)

private let members = Slip.all(
  in: """
    catalog/dimensions.csv
    - citizenships,region
    + citizenships,regoin
    = catalog/dimensions.csv:2: column parent: no dimension `regoin` (nearest: region)
    catalog/dimensions.csv
    - regions,,
    + regions,citizenship,
    = catalog/dimensions.csv:2: column parent: `citizenship` is its own parent
    catalog/dimensions.csv
    - drug,drug,drugs
    + month,drug,drugs
    = catalog/dimensions.csv:5: column id: `month` is built in
    catalog/members.csv
    - region,unknown
    + regions,unknown
    = catalog/members.csv:3: column dimension: no dimension `regions` (nearest: region)
    catalog/members.csv
    - citizenship,venezuela,V
    + citizenship,mexico,V
    = catalog/members.csv:5: column id: a second member `mexico` in dimension citizenship
    catalog/members.csv
    - citizenship,venezuela,V
    + citizenship,vene-zuela,V
    = catalog/members.csv:5: column id: `vene-zuela` is not snake_case (a-z, 0-9, _)
    catalog/members.csv
    - Other,unknown
    + Other,nowhere
    = catalog/members.csv:6: column parent: no member `nowhere` in dimension region
    catalog/members.csv
    - Border Patrol,,
    + Border Patrol,americas,
    = catalog/members.csv:7: column parent: dimension component has no parent
    catalog/members.csv
    - Venezuela,
    + mexicó,
    = catalog/members.csv:5: column name: `mexicó` reads like `Mexico` of an earlier row
    catalog/groups.csv
    - mexico; venezuela
    + mexico; venezuala
    = catalog/groups.csv:2: column members: no member `venezuala` in dimension citizenship (nearest: venezuela)
    catalog/groups.csv
    - citizenship,both
    + citizenship,mexico
    = catalog/groups.csv:2: column id: dimension citizenship has a member `mexico`
    """
)

private let words = Slip.all(
  in: """
    catalog/phrases.csv
    - component=usbp,S
    + component=cbp,S
    = catalog/phrases.csv:2: column means: no member `cbp` in dimension component
    catalog/phrases.csv
    - crossings,encounters
    + crossings,encounter
    = catalog/phrases.csv:4: column means: no measure `encounter` (nearest: encounters)
    catalog/phrases.csv
    - crossings,encounters
    + crossings,gotaways
    = catalog/phrases.csv:5: column phrase: reads like `crossings`, which means something else
    catalog/phrases.csv
    - patrol,comp
    + ...,comp
    = catalog/phrases.csv:2: column phrase: `...` holds no letter and no digit
    catalog/not-held.csv
    - ,unpublished,
    + ,unpublishd,
    = catalog/not-held.csv:2: column reason: `unpublishd` is not one of unpublished, not_held, partly_held (nearest: unpublished)
    catalog/not-held.csv
    - Events are counted.
    + 
    = catalog/not-held.csv:2: column note: must not be empty
    catalog/breaks.csv
    - 2020-03
    + 2020-13
    = catalog/breaks.csv:2: column at: `2020-13` is not a fiscal year (2024) or a month (2024-05)
    catalog/breaks.csv
    - 2021,by
    + always,by
    = catalog/breaks.csv:2: column until: `always` is not a fiscal year (2024) or a month (2024-05)
    catalog/breaks.csv
    - ; counts
    + ; count
    = catalog/breaks.csv:2: column datasets: no dataset `count` (nearest: counts)
    catalog/breaks.csv
    - by-*
    + bye-*
    = catalog/breaks.csv:2: column datasets: no dataset `bye-*`
    catalog/breaks.csv
    - ; gotaways
    + ; getaways
    = catalog/breaks.csv:2: column measure: no measure `getaways` (nearest: gotaways)
    catalog/breaks.csv
    - usbp; citizenship
    + usbp; nationality
    = catalog/breaks.csv:2: column filters: no dimension `nationality`
    catalog/breaks.csv
    - method
    + methods
    = catalog/breaks.csv:2: column kind: `methods` is not one of definition, coverage, method, policy, source, revision (nearest: method)
    catalog/events.csv
    - 2020-01
    +
    = catalog/events.csv:2: column date: `` is not a date (2024-05-12, 2024-05 or 2024)
    catalog/events.csv
    - sheet-2021
    + sheet-2020
    = catalog/events.csv:2: column source: no source `sheet-2020`
    """
)

private let datasets = Slip.all(
  in: """
    catalog/datasets.csv
    - by-year,yearbook-2020
    + by-year,yearbook-2002
    = catalog/datasets.csv:3: column source: no source `yearbook-2002` (nearest: yearbook-2020)
    catalog/datasets.csv
    - by-year,yearbook-2020
    + by-year,
    = catalog/datasets.csv:3: column source: no source ``
    catalog/datasets.csv
    - by-year,
    + by-country,
    = catalog/datasets.csv:3: column id: a second dataset `by-country`
    catalog/datasets.csv
    - country,month,
    + country,months,
    = catalog/datasets.csv:2: column time: `months` is not one of fy, month, cy, date, span (nearest: month)
    catalog/datasets.csv
    - component; citizenship
    + component; citizen
    = catalog/datasets.csv:2: column dimensions: no dimension `citizen`
    catalog/datasets.csv
    - component; citizenship
    + component;citizenship
    = catalog/datasets.csv:2: column dimensions: no dimension `component;citizenship`
    catalog/datasets.csv
    - component; citizenship
    + component; drug
    = catalog/datasets.csv:2: column dimensions: the fact table `encounters` of the schema has no column `drug`
    catalog/datasets.csv
    - encounters; gotaways
    + encounters; removals
    = catalog/datasets.csv:2: column measures: no measure `removals`
    catalog/datasets.csv
    - encounters; gotaways
    + encounters; apprehensions
    = catalog/datasets.csv:2: column measures: `apprehensions` is computed by a formula and never stored
    catalog/datasets.csv
    - encounters; gotaways
    + encounters; drug_seizures
    = catalog/datasets.csv:2: column measures: `drug_seizures` is of another subject than the first measure
    catalog/datasets.csv
    - component=usbp
    + component
    = catalog/datasets.csv:3: column scope: `component` is not written `dimension=member`
    catalog/datasets.csv
    - component=usbp
    + component=usbq
    = catalog/datasets.csv:3: column scope: no member `usbq` in dimension component (nearest: usbp)
    catalog/datasets.csv
    - gotaways,,2020-01,2020-05
    + gotaways,component=ofo,2020-01,2020-05
    = catalog/datasets.csv:2: column scope: dimension component is a column of the table or is named twice
    catalog/datasets.csv
    - 2020-01,2020-05
    + 2020,2020-05
    = catalog/datasets.csv:2: column from: `2020` is not a period like 2024-05
    catalog/datasets.csv
    - 2020-01,2020-05
    + 2020-06,2020-05
    = catalog/datasets.csv:2: column to: lies before `from`
    catalog/datasets.csv
    - 2020-01,2020-05
    + 2019-12,2020-05
    = catalog/datasets.csv:2: column from: no row of datasets/a/by-country.csv is of that period
    catalog/datasets.csv
    - 2020-01,2020-05
    + 2020-01,2020-06
    = catalog/datasets.csv:2: column to: no row of datasets/a/by-country.csv is of that period
    catalog/datasets.csv
    - 2020,10,unknown
    + 2020,5,unknown
    = catalog/datasets.csv:3: column rounding: `5` is not 1, 10, 100, … or 10000000
    catalog/datasets.csv
    - 1,zero,
    + 1,none,
    = catalog/datasets.csv:2: column absent: `none` is not one of zero, small, within_other, unknown
    catalog/datasets.csv
    - unknown,no,30
    + unknown,maybe,30
    = catalog/datasets.csv:4: column complete: `maybe` is not one of yes, no
    catalog/datasets.csv
    - unknown,no,30
    + unknown,no,-3
    = catalog/datasets.csv:4: column rank: `-3` is not a whole number from 0 to 1000000
    catalog/datasets.csv
    - 20,,,superseded
    + 20,,no,superseded
    = catalog/datasets.csv:3: column transition_quarter: `no` is not one of , yes
    catalog/datasets.csv
    - zero,yes,10,,,current
    + zero,yes,10,,yes,current
    = catalog/datasets.csv:2: column transition_quarter: only a table by fiscal year has a year of 15 months
    catalog/overlaps.csv
    - ,overlap,
    + ,whole,
    = catalog/overlaps.csv:2: column relation: `whole` is not one of overlap, part
    catalog/existence.csv
    - ,component=ofo
    + gotaways,component=ofo
    = catalog/existence.csv:3: column measure: a row is about a measure or about a value
    catalog/existence.csv
    - ,component=ofo
    + ,component
    = catalog/existence.csv:3: column value: `component` is not written `dimension=member`
    catalog/datasets.csv
    - superseded,by-country
    + replaced,by-country
    = catalog/datasets.csv:3: column status: `replaced` is not one of current, superseded
    catalog/datasets.csv
    - superseded,by-country
    + superseded,by-county
    = catalog/datasets.csv:3: column superseded_by: no dataset `by-county` (nearest: by-country)
    catalog/datasets.csv
    - superseded,by-country
    + superseded,by-year
    = catalog/datasets.csv:3: column superseded_by: `by-year` is superseded by itself
    catalog/datasets.csv
    - superseded,by-country
    + current,by-country
    = catalog/datasets.csv:3: column superseded_by: the table is current
    catalog/datasets.csv
    - weighed,yearbook-2020
    + weighted,yearbook-2020
    = datasets/weighed.csv: no dataset `weighed` in catalog/datasets.csv (nearest: weighted)
    formats/names.csv
    - ,definition⏎
    + ,definition⏎encounters,none,x,,,,,Counted.⏎
    = formats/names.csv:2: column id: `encounters` is a measure or a dimension already
    formats/names.csv
    - ,definition⏎
    + ,definition⏎place,none,place,Place,,,,Where.⏎
    = formats/names.csv:2: column aliases: two of its names read alike
    formats/left.csv
    - ,reason⏎
    + ,reason⏎none,Sheet,⏎
    = formats/left.csv:2: column format: no format `none`
    """
)
