-- The whole schema of a Tally database: this file is the one place where tables are defined and explained.
--
-- `tally build-database` runs it and fills the tables from seed/. The file is then opened read-only.
-- It is kept small because SQLite parses all of it at every open.
--
-- Three parts: the catalog (what can be asked), the facts (one table for each subject), the documents
-- (what was said). Ids are whole numbers given in the order of the seed files; `key` is the id in the seed,
-- and the loader sees to it that no two things have the same one. Only figures are ever NULL: the loader gives every
-- other column a value. Saying `NOT NULL` and `UNIQUE` of each here would cost every question, which parses it.

PRAGMA application_id = 0x54414C59;  -- "TALY": tells the file from any other SQLite database
PRAGMA user_version = 11;            -- the version of this schema; the program refuses another

-- ------------------------------------------------------------------ catalog

-- Where figures come from. Every dataset has one.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    key TEXT,           -- id in sources.csv
    publisher TEXT,     -- full name
    short TEXT,         -- the name short enough for a citation (publishers.csv), else the full name
    title TEXT,
    part TEXT,          -- the table, sheet or file inside the publication
    published TEXT,     -- 2024-12-31, 2024-12 or 2024, as far as known; '' = unknown
    url TEXT,           -- the publisher's address; '' = unknown
    trust TEXT,         -- official, copy or secondary
    note TEXT
) STRICT;

-- What can be counted.
CREATE TABLE measure (
    id INTEGER PRIMARY KEY,
    key TEXT,           -- id in measures.csv; the column of the fact table that holds it
    name TEXT,
    subject TEXT,       -- the fact table, its spaces written as underscores
    unit TEXT,          -- events, people, usd, ...
    kind TEXT,          -- flow, stock, average, limit or mean
    over_time TEXT,     -- how periods combine: sum, last, mean or none; year_to_date: the last, begun again each October
    scale INTEGER,      -- figures are stored multiplied by this (1, 10, 100, ...), so that sums are exact
    formula TEXT,       -- in the query language; '' = the figures are stored
    part_of INTEGER,    -- measure.id of the whole; 0 = none
    exists_from INTEGER,  -- 20200320, the first day on which it could be counted (existence.csv); 0 = not known
    exists_to INTEGER,    -- 20230511, the last such day; 0 = not known, or not over
    definition TEXT,
    caveat TEXT,
    scope TEXT,         -- what all of its current tables are limited to, as dataset.scope
    times TEXT          -- the words of dataset.time that occur among them, separated by spaces
) STRICT;

-- Measures that must never be added to one another, because some of one is counted in the other too: `not_with` of
-- measures.csv and the rows of overlaps.csv. Both directions are rows. A part may be subtracted from its whole; measures
-- that only overlap may not be subtracted either.
CREATE TABLE measure_conflict (
    measure INTEGER,
    other INTEGER,
    relation INTEGER,   -- 0 they overlap, 1 the measure is a part of the other one, 2 the other one is a part of it
    filters TEXT,       -- only where the measure is kept to these: `dimension=member` ids, separated by spaces; of a whole, where its part lies
    other_filters TEXT, -- the same of the other one
    note TEXT,          -- why, as one sentence; '' = not said
    PRIMARY KEY (measure, other, filters, other_filters)
) WITHOUT ROWID, STRICT;

-- What figures can be broken down by. Time is built in and not listed.
CREATE TABLE dimension (
    id INTEGER PRIMARY KEY,
    key TEXT,           -- id in dimensions.csv; a column of the fact tables
    name TEXT,
    plural TEXT,
    parent INTEGER,     -- dimension.id that its members roll up to; 0 = none
    counts TEXT,        -- what is counted where a line names only a value of it, the first choice first, separated by `; `
    description TEXT
) STRICT;

-- The values of the dimensions. One series of ids for all of them.
CREATE TABLE member (
    id INTEGER PRIMARY KEY,
    key TEXT,           -- id in members.csv, unique inside its dimension
    dimension INTEGER,
    name TEXT,
    parent INTEGER,     -- member.id in the parent dimension; 0 = none
    rest INTEGER,       -- 0 a value, 1 `other`, 2 `unknown`: never ranked, always last
    UNIQUE (dimension, key)
) STRICT;

-- Values that were there only for a time (existence.csv). Outside of it a publisher may print 0 for them.
CREATE TABLE member_existence (
    member INTEGER PRIMARY KEY,
    dimension INTEGER,
    exists_from INTEGER,  -- 20091001, the first day; 0 = not known
    exists_to INTEGER     -- 20050930, the last day; 0 = not known, or not over
) STRICT;

-- Named sets of values, such as CHNV.
CREATE TABLE member_group (
    id INTEGER PRIMARY KEY,
    key TEXT,
    dimension INTEGER,
    name TEXT,
    members TEXT,       -- member ids, separated by spaces
    UNIQUE (dimension, key)
) STRICT;

-- Words people type that need a mapping, and what to say with it.
CREATE TABLE phrase (
    id INTEGER PRIMARY KEY,
    phrase TEXT,
    means TEXT,         -- a measure, `dimension=member` or a fragment of the language; '' = nothing is held
    note TEXT
) STRICT;

-- What people ask for and is not in the data.
CREATE TABLE not_held (
    id INTEGER PRIMARY KEY,
    key TEXT,           -- id in not-held.csv
    name TEXT,
    about TEXT,         -- what it is, as one sentence
    reason TEXT,        -- unpublished, not_held or partly_held
    note TEXT,          -- why, as one sentence
    published_by TEXT,  -- who publishes it; '' = nobody
    nearest TEXT        -- a question that the data answer
) STRICT;

-- What is not held of a measure, by what is beside it in a line.
CREATE TABLE not_held_pair (
    measure INTEGER,  -- measure.id
    beside TEXT,      -- folded: a dimension, `period`, or a word
    thing INTEGER,    -- not_held.id
    instead TEXT,     -- what is shown instead of it: `MEASURE for VALUES by DIMENSION`, several between `; `
    note TEXT,        -- what is said with that
    PRIMARY KEY (measure, thing, beside)
) STRICT, WITHOUT ROWID;

-- The words of everyday speech: what part each has in a line, and what it means in the query language.
CREATE TABLE word (
    id INTEGER PRIMARY KEY,
    word TEXT,
    part TEXT,     -- filler, amount, counted, value, ...: SpokenWord.Part in the program
    means TEXT,    -- a measure with its values, `dimension=member`, a key or a clause; '' = nothing
    meaning TEXT,  -- same, stands_in or nearest
    note TEXT,     -- what is said with it; '' = nothing
    of_lines INTEGER -- 1 = texts that are read do not know it
) STRICT;

-- Every spelling that is understood, folded (no case, accents, spaces, hyphens or plurals), to what it names.
CREATE TABLE spelling (
    key TEXT,           -- the folded spelling
    kind INTEGER,       -- 1 measure, 2 dimension, 3 member, 4 group, 5 phrase
    preference INTEGER, -- 0 name or id, 1 phrase, 2 alias
    target INTEGER,     -- the id in the table of that kind
    text TEXT,          -- as written in the seed
    PRIMARY KEY (key, preference, kind, target)
) WITHOUT ROWID, STRICT;

-- One row for each published table, each earlier edition of one, and each rollup.
CREATE TABLE dataset (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,    -- id in datasets.csv; a rollup adds its dimensions: `table/border+citizenship`
    source INTEGER,
    subject TEXT,       -- the fact table, its spaces written as underscores
    time TEXT,          -- fy, month, cy, date or span; periods are 2024, 202405, 2024, 20240512, 20240512
    dimensions TEXT,    -- dimension ids in column order, separated by spaces
    scope TEXT,         -- what holds for the whole table: `dimension=member` ids, separated by spaces
    rounding INTEGER,   -- 1 exact, 10 rounded to tens by the publisher, ...
    absent TEXT,        -- what a combination without a row means: zero, small, within_other or unknown
    complete INTEGER,   -- 1 = the rows add up to the whole that the table is about
    rank INTEGER,       -- preference among tables that can answer the same question, lower first
    series INTEGER,     -- a number made of the name that files share into which a publisher cuts one table: they answer as one; 0 = alone
    transition INTEGER, -- 1 = its fiscal year 1976 has 15 months (July 1975 to September 1976)
    superseded INTEGER, -- 1 = an earlier edition, used only when asked for
    superseded_by INTEGER,  -- dataset.id; 0 = none
    rollup_of INTEGER,  -- dataset.id of the table that this one sums; 0 = published as it is
    size INTEGER        -- number of rows
) STRICT;

-- What is said of a dataset. Apart from the table above, which every question reads through.
CREATE TABLE dataset_text (
    dataset INTEGER PRIMARY KEY,
    title TEXT,
    note TEXT
) STRICT;

-- Which datasets hold a measure. Those that a question may be answered from come together in the key: superseded ones
-- are read only for `as of` and `by source`. Sets of dimensions are bits, each at its id, all from 62 on together; the
-- limits are in the key too: so a question reads only the tables that could answer it.
CREATE TABLE dataset_measure (
    measure INTEGER,
    superseded INTEGER,   -- dataset.superseded
    dataset INTEGER,
    position INTEGER,     -- bit of `withheld` in the fact table that belongs to this measure
    withheld INTEGER,     -- number of cells that the publisher withheld
    unpublished INTEGER,  -- number of cells left empty between the first and the last period held
    hedged INTEGER,       -- number of cells with a hedge
    dimension_bits INTEGER,  -- the dimensions by which it can be read: its own, those of its scope, and what those roll up to
    limit_bits INTEGER,   -- the dimensions of its scope
    PRIMARY KEY (measure, superseded, limit_bits, dataset)
) WITHOUT ROWID, STRICT;

-- The dimensions by which some current dataset of a measure can be read: all of dataset_measure.dimension_bits.
CREATE TABLE measure_dimensions (
    measure INTEGER PRIMARY KEY,
    dimension_bits INTEGER
) STRICT;

-- The unbroken runs of periods for which a dataset holds at least one cell of a measure, withheld ones included.
CREATE TABLE coverage (
    measure INTEGER,
    dataset INTEGER,
    first INTEGER,      -- first period of the run, coded as dataset.time says
    last INTEGER,       -- last period; of a span its last day
    PRIMARY KEY (measure, dataset, first)
) WITHOUT ROWID, STRICT;

-- The values that occur in a dataset.
CREATE TABLE dataset_member (
    dataset INTEGER,
    member INTEGER,
    first_fy INTEGER,   -- the first and the last fiscal year with a figure other than 0; 0 = none
    last_fy INTEGER,
    PRIMARY KEY (dataset, member)
) WITHOUT ROWID, STRICT;

-- How far a dataset tells values apart.
CREATE TABLE dataset_dimension (
    dataset INTEGER,
    dimension INTEGER,
    named INTEGER,      -- number of values, without `other` and `unknown`, that occur
    unplaced INTEGER,   -- parts per million of the first measure that fall to `other`, `unknown` and values without a known parent; 0 where the dimension has none
    PRIMARY KEY (dataset, dimension)
) WITHOUT ROWID, STRICT;

-- How much of each fiscal year a published table leaves under `other`.
CREATE TABLE dataset_other (
    dataset INTEGER,
    dimension INTEGER,
    fy INTEGER,
    share INTEGER,      -- parts per million of the first measure
    PRIMARY KEY (dataset, dimension, fy)
) WITHOUT ROWID, STRICT;

-- Published files that `tally import` knows by their header (seed/formats/formats.csv).
CREATE TABLE file_format (
    id INTEGER PRIMARY KEY,
    key TEXT,
    name TEXT,
    publisher TEXT,
    title TEXT,         -- of the source that a file of it becomes
    url TEXT,
    last_day TEXT       -- where a workbook says its last day: `Footnotes*: *data*through`; '' = nowhere
) STRICT;

-- Their columns (columns.csv), in the order in which they are published.
CREATE TABLE file_column (
    format INTEGER,
    name TEXT,          -- in the header
    aliases TEXT,       -- other spellings, separated by `; `
    meaning TEXT,       -- `measure 30`, `dimension 4 5` (ids), fiscal_year, month_of_fiscal_year or ignored
    required INTEGER
) STRICT;

-- Parts of sheets of workbooks (sheets.csv), each of which becomes one or more tables.
CREATE TABLE file_sheet (
    id INTEGER PRIMARY KEY,  -- numbers of formats and of sheets are different ones
    format INTEGER,
    key TEXT,
    names TEXT,         -- the sheets that have it, with `*` for any letters
    title TEXT,         -- of the cell at which it begins; '' = with its header
    header TEXT,        -- '' one row, `above` groups above the names, `below` parts below them
    sections TEXT,      -- names of rows that begin a section, separated by `; `
    fill TEXT,          -- columns whose empty cells repeat the one above, separated by `; `
    columns TEXT,       -- `meaning=place`, a line each, with meanings as in file_column
    rows TEXT,          -- which rows and columns count: `place!=name | name`, separated by `; `
    day TEXT            -- what comes before its own last day; '' = before that of the workbook
) STRICT;

-- A publisher's own words for values (values.csv).
CREATE TABLE file_value (
    format INTEGER,
    dimension INTEGER,
    text TEXT,
    member INTEGER
) STRICT;

-- Names of measures and dimensions that the catalog does not have, and that a file of the format brings with it
-- (names.csv). Where a format means one of them, it says the number here, which no id is, instead of one.
CREATE TABLE file_name (
    id INTEGER PRIMARY KEY,
    format INTEGER,
    name TEXT,
    aliases TEXT,       -- separated by `; `
    kind TEXT,          -- of a measure; '' = a dimension, all of whose values are new
    unit TEXT,
    decimals INTEGER,
    definition TEXT
) STRICT;

-- Sheets of workbooks of a format that are not read (left.csv), and why.
CREATE TABLE file_left (
    format INTEGER,
    names TEXT,         -- as in file_sheet
    reason TEXT         -- '' = there is nothing to say: it has no figures
) STRICT;

-- The tables that are made of one file or of one sheet (tables.csv), shaped as in `dataset`.
CREATE TABLE file_table (
    format INTEGER,     -- or a sheet
    key TEXT,
    title TEXT,
    rows TEXT,          -- which rows of the file belong to it: `dimension=member` ids; '' = all
    scope TEXT,
    dimensions TEXT,
    measures TEXT,      -- measure ids, separated by spaces
    absent TEXT,
    complete INTEGER,
    adds_up INTEGER,    -- whether levels and means of its rows may be added: they are of different places
    rounding INTEGER,
    rank INTEGER,
    series INTEGER,     -- as in `dataset`
    transition INTEGER, -- as in `dataset`
    note TEXT
) STRICT;

-- Tells one version of the catalog from another: a number made of all keys of measures, dimensions and members in
-- their order. Imported data, which keep to these ids, are adapted when it changes.
CREATE TABLE catalog_version (
    fingerprint INTEGER
) STRICT;

-- Which edition of the data this is; one row.
CREATE TABLE edition (
    published TEXT,     -- when the newest source with an address was published, as source.published
    source INTEGER,     -- source.id of that source
    own_source INTEGER, -- source.id of the newest that was read from its publisher itself
    tables INTEGER,     -- number of published tables
    rows INTEGER,       -- number of their rows
    checksum TEXT       -- of the names, the rows and the sums of the table below, in 16 hexadecimal digits
) STRICT;

-- What the tables of this file were built with; `tally verify` compares. Every page has a sum of its own besides, in its
-- last eight bytes, which is compared whenever the page is read.
CREATE TABLE checksum (
    name TEXT,          -- a table of this file; or a dataset.key: its rows in the fact table
    rows INTEGER,
    sum TEXT            -- of the rows in their order, as RowSum adds them up
) STRICT;

-- Breaks in a series that a reader must know. A break of several measures is several rows.
CREATE TABLE series_break (
    measure INTEGER,    -- one of every measure is a row of each, and of 0 for measures of imports
    at INTEGER,         -- the period in which it begins: 2020 a fiscal year, 202003 a month
    key TEXT,
    until INTEGER,      -- the last period for which it holds; 0 = a point between two periods
    kind TEXT,          -- definition, coverage, method, policy, source or revision
    filters TEXT,       -- when it matters: `dimension=member` or `dimension` ids, separated by spaces; '' = always
    about TEXT,         -- what it is about: `dimension=member` ids; answers that leave it out do not need it
    datasets TEXT,      -- ids of the tables that it is about, separated by spaces; '' = every table
    note TEXT,
    question TEXT,      -- in the query language, with one figure, which is told with the note; '' = none
    PRIMARY KEY (measure, at, key)
) WITHOUT ROWID, STRICT;

-- Slips of letters: each word of a spelling under its own text and its text without each letter; '' under the text of
-- an English word that is as near to one of them, and is none.
CREATE TABLE slip (
    key TEXT,
    word TEXT,
    PRIMARY KEY (key, word)
) WITHOUT ROWID, STRICT;

-- Dated policy events; inaugurations carry the name of the administration that begins.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    key TEXT,
    date TEXT,          -- 2021-01-20, 2021-01 or 2021, as far as known
    name TEXT,
    era TEXT,           -- short name of the administration; '' = not an inauguration
    holder TEXT,        -- who held the office; '' = not an inauguration
    description TEXT,
    source TEXT         -- key of a source or of a document
) STRICT;

-- The months of the Gregorian calendar, with the federal fiscal year (October to September; July to June
-- through FY1975; FY1976 has 15 months) that each belongs to.
CREATE TABLE calendar (
    month INTEGER PRIMARY KEY,   -- 202405
    fy INTEGER,         -- 2024
    quarter INTEGER,    -- 20243: third quarter of FY2024, counted from its first month; FY1976 has a fifth
    cy INTEGER,         -- 2024
    days INTEGER        -- 31
) STRICT;

-- -------------------------------------------------------------------- facts
--
-- One table for each subject. A published table is a run of rows with its own `dataset`.
--
--   dataset    dataset.id
--   period     coded as dataset.time says: 2024 (fy, cy), 202405 (month), 20240512 (date; a span by its first day)
--   dimensions member.id; 0 = the dataset is not broken down by it
--   measures   the figure times measure.scale; NULL = not published, or withheld
--   withheld   bit n set: the n-th measure of the dataset (dataset_measure.position) was withheld by the publisher
--              (in a rollup: some figure below it was, and the sum of the others is a lower bound)
--   hedge      0 exact, 1 more_than, 2 at_least, 3 nearly, 4 about, 5 up_to, 6 vague
--
-- The rows of one dataset never overlap: any set of them may be added. Rows of two datasets may overlap.

-- Departures from the country: removals, returns, expulsions, and the counts of ICE.
CREATE TABLE departures (
    dataset INTEGER,
    period INTEGER,
    region INTEGER,
    citizenship INTEGER,
    criminality INTEGER,
    criminal_history INTEGER,
    arresting_agency INTEGER,
    arrest_location INTEGER,
    ice_office INTEGER,
    repatriations INTEGER,  -- events
    title_8_repatriations INTEGER,  -- events
    enforcement_repatriations INTEGER,  -- events
    removals INTEGER,  -- events
    expedited_removals INTEGER,  -- events
    reinstatements INTEGER,  -- events
    other_removals INTEGER,  -- events
    returns INTEGER,  -- events
    administrative_returns INTEGER,  -- events
    enforcement_returns INTEGER,  -- events
    withdrawals INTEGER,  -- events
    voluntary_returns INTEGER,  -- events
    voluntary_departures INTEGER,  -- events
    other_enforcement_returns INTEGER,  -- events
    administrative_withdrawals INTEGER,  -- events
    crew_members_detained INTEGER,  -- events
    title_42_expulsions INTEGER,  -- events
    ice_removals INTEGER,  -- events
    ice_removals_excluding_lag INTEGER,  -- events
    ice_removals_family_units INTEGER,  -- events
    ice_removals_unaccompanied_children INTEGER,  -- events
    ice_removals_gang_members INTEGER,  -- events
    ice_removals_suspected_terrorists INTEGER,  -- events
    ice_removals_human_rights_violators INTEGER,  -- events
    ice_removals_parents_of_us_citizens INTEGER,  -- events
    ice_removals_claimed_us_citizens INTEGER,  -- events
    ice_removals_claimed_us_armed_forces INTEGER,  -- events
    ice_removals_budget_measure INTEGER,  -- events
    ice_removals_year_to_date INTEGER,  -- events
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, region, citizenship, criminality, criminal_history, arresting_agency, arrest_location, ice_office)
) WITHOUT ROWID, STRICT;

-- Encounters at and between ports of entry, and what is counted beside them.
CREATE TABLE encounters (
    dataset INTEGER,
    period INTEGER,
    region INTEGER,
    citizenship INTEGER,
    border INTEGER,
    sector INTEGER,
    field_office INTEGER,
    state INTEGER,
    component INTEGER,
    demographic INTEGER,
    age_group INTEGER,
    sex INTEGER,
    authority INTEGER,
    encounter_type INTEGER,
    encounter_class INTEGER,
    location INTEGER,
    disposition INTEGER,
    encounters INTEGER,  -- events
    dhs_apprehensions INTEGER,  -- events
    gotaways INTEGER,  -- events
    criminal_noncitizens_encountered INTEGER,  -- events
    gang_affiliated_apprehensions INTEGER,  -- events
    watchlist_encounters INTEGER,  -- events
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, region, citizenship, border, sector, field_office, state, component, demographic, age_group, sex, authority, encounter_type, encounter_class, location, disposition)
) WITHOUT ROWID, STRICT;

-- Custody: book-ins, book-outs, the number held on a day and on average, monitoring, deaths.
CREATE TABLE custody (
    dataset INTEGER,
    period INTEGER,
    citizenship INTEGER,
    component INTEGER,
    demographic INTEGER,
    criminality INTEGER,
    criminal_history INTEGER,
    arresting_agency INTEGER,
    outcome INTEGER,
    sector INTEGER,
    monitoring INTEGER,
    state INTEGER,
    cbp_book_outs INTEGER,  -- events
    ice_book_outs INTEGER,  -- events
    ice_book_ins INTEGER,  -- events
    ice_average_daily_population INTEGER,  -- people
    usbp_average_in_custody INTEGER,  -- people
    ice_detained INTEGER,  -- people
    atd_participants INTEGER,  -- people
    ice_length_of_stay INTEGER,  -- days
    ice_custody_deaths INTEGER,  -- deaths
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, citizenship, component, demographic, criminality, criminal_history, arresting_agency, outcome, sector, monitoring, state)
) WITHOUT ROWID, STRICT;

-- Agents, deaths, rescues, assaults, force used, prosecutions, seizures and barriers at the border.
CREATE TABLE border_operations (
    dataset INTEGER,
    period INTEGER,
    border INTEGER,
    sector INTEGER,
    component INTEGER,
    drug INTEGER,
    border_patrol_agents INTEGER,  -- agents
    border_deaths INTEGER,  -- deaths
    cbp_related_deaths INTEGER,  -- deaths
    rescues INTEGER,  -- events
    assaults_on_agents INTEGER,  -- events
    prosecutions_accepted INTEGER,  -- cases
    drug_seizures INTEGER,  -- pounds
    drug_seizure_events INTEGER,  -- events
    firearms_seized INTEGER,  -- firearms
    ammunition_seized INTEGER,  -- rounds
    currency_seized INTEGER,  -- usd
    conveyances_seized INTEGER,  -- vehicles
    amo_rescues INTEGER,  -- events
    border_barrier_miles INTEGER,  -- miles
    border_wall_miles_completed INTEGER,  -- miles
    uses_of_force INTEGER,  -- events
    firearm_uses INTEGER,  -- events
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, border, sector, component, drug)
) WITHOUT ROWID, STRICT;

-- Refugee admissions, arrivals and ceilings.
CREATE TABLE refugees (
    dataset INTEGER,
    period INTEGER,
    region INTEGER,
    citizenship INTEGER,
    refugee_region INTEGER,
    refugee_admissions INTEGER,  -- people
    refugee_arrivals INTEGER,  -- people
    refugee_ceiling INTEGER,  -- people
    refugee_ceiling_low INTEGER,  -- people
    refugee_ceiling_high INTEGER,  -- people
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, region, citizenship, refugee_region)
) WITHOUT ROWID, STRICT;

-- Asylum grants and credible fear screenings.
CREATE TABLE asylum (
    dataset INTEGER,
    period INTEGER,
    region INTEGER,
    citizenship INTEGER,
    result INTEGER,
    asylum_type INTEGER,
    asylum_grants INTEGER,  -- people
    credible_fear_referrals INTEGER,  -- cases
    credible_fear_completions INTEGER,  -- cases
    credible_fear_court_receipts INTEGER,  -- cases
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, region, citizenship, result, asylum_type)
) WITHOUT ROWID, STRICT;

-- Parole processes and CBP One appointments.
CREATE TABLE parole (
    dataset INTEGER,
    period INTEGER,
    citizenship INTEGER,
    border INTEGER,
    process INTEGER,
    chnv_beneficiaries_confirmed INTEGER,  -- people
    chnv_travel_authorizations INTEGER,  -- authorizations
    chnv_paroles INTEGER,  -- people
    cbp_one_processed INTEGER,  -- appointments
    cbp_one_scheduled_to_date INTEGER,  -- people
    cbp_one_encounters_chnv INTEGER,  -- people
    cbp_one_notices_chnv INTEGER,  -- people
    chnv_paroles_to_date INTEGER,  -- people
    chnv_authorizations_to_date INTEGER,  -- people
    u4u_arrivals_to_date INTEGER,  -- people
    u4u_authorizations_to_date INTEGER,  -- people
    u4u_requests_to_date INTEGER,  -- requests
    ukrainian_arrivals_to_date INTEGER,  -- people
    smo_arrivals_to_date INTEGER,  -- people
    smo_approved_to_date INTEGER,  -- people
    smo_applications_to_date INTEGER,  -- applications
    smo_referrals_to_date INTEGER,  -- people
    frp_paroles_to_date INTEGER,  -- people
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, citizenship, border, process)
) WITHOUT ROWID, STRICT;

-- Nonimmigrant visas, the jobs and petitions for them, and admissions.
CREATE TABLE visas (
    dataset INTEGER,
    period INTEGER,
    citizenship INTEGER,
    visa_class INTEGER,
    visas_issued INTEGER,  -- visas
    h2a_jobs_certified INTEGER,  -- jobs
    h2a_petitions_approved INTEGER,  -- petitions
    h2b_cap INTEGER,  -- visas
    h2b_cap_with_supplement INTEGER,  -- visas
    h2b_supplement INTEGER,  -- visas
    nonimmigrant_admissions INTEGER,  -- events
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, citizenship, visa_class)
) WITHOUT ROWID, STRICT;

-- Permanent residence, citizenship and temporary protection.
CREATE TABLE legal_status (
    dataset INTEGER,
    period INTEGER,
    citizenship INTEGER,
    tps_holders INTEGER,  -- people
    green_cards INTEGER,  -- people
    naturalizations INTEGER,  -- people
    naturalization_applications INTEGER,  -- applications
    daca_recipients INTEGER,  -- people
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, citizenship)
) WITHOUT ROWID, STRICT;

-- Employees of the agencies.
CREATE TABLE staffing (
    dataset INTEGER,
    period INTEGER,
    agency INTEGER,
    occupation INTEGER,
    federal_employees INTEGER,  -- people
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, agency, occupation)
) WITHOUT ROWID, STRICT;

-- Immigration courts.
CREATE TABLE courts (
    dataset INTEGER,
    period INTEGER,
    court_cases_received INTEGER,  -- cases
    court_cases_completed INTEGER,  -- cases
    court_cases_pending INTEGER,  -- cases
    court_cases_pending_older INTEGER,  -- cases
    court_asylum_pending INTEGER,  -- applications
    defensive_asylum_applications INTEGER,  -- applications
    immigration_judges INTEGER,  -- people
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period)
) WITHOUT ROWID, STRICT;

-- Arrests inside the country and agreements under section 287(g).
CREATE TABLE interior_enforcement (
    dataset INTEGER,
    period INTEGER,
    citizenship INTEGER,
    criminality INTEGER,
    criminal_history INTEGER,
    agreement_model INTEGER,
    state INTEGER,
    ero_arrests INTEGER,  -- arrests
    ero_arrests_criminal INTEGER,  -- arrests
    agreements_287g INTEGER,  -- agreements
    agencies_287g INTEGER,  -- agencies
    states_with_287g INTEGER,  -- states
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, citizenship, criminality, criminal_history, agreement_model, state)
) WITHOUT ROWID, STRICT;

-- Budget authority, spending and foreign assistance, in U.S. dollars.
CREATE TABLE money (
    dataset INTEGER,
    period INTEGER,
    agency INTEGER,
    recipient INTEGER,
    budget_authority INTEGER,  -- usd
    budget_authority_accounts INTEGER,  -- usd
    budget_planned INTEGER,  -- usd
    ice_spending INTEGER,  -- usd
    ice_spending_without_fps INTEGER,  -- usd
    ice_custody_spending INTEGER,  -- usd
    border_patrol_budget INTEGER,  -- usd
    foreign_aid_obligations INTEGER,  -- usd
    foreign_aid_disbursements INTEGER,  -- usd
    foreign_aid_planned INTEGER,  -- usd
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, agency, recipient)
) WITHOUT ROWID, STRICT;

-- Counts that other governments and the United Nations publish.
CREATE TABLE abroad (
    dataset INTEGER,
    period INTEGER,
    citizenship INTEGER,
    darien_crossings INTEGER,  -- people
    refugees_worldwide INTEGER,  -- people
    asylum_seekers_worldwide INTEGER,  -- people
    internally_displaced_worldwide INTEGER,  -- people
    palestine_refugees_worldwide INTEGER,  -- people
    others_needing_protection_worldwide INTEGER,  -- people
    mexico_irregular_events INTEGER,  -- events
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, citizenship)
) WITHOUT ROWID, STRICT;

-- Prosecutions, convictions, sentences and arrests for smuggling.
CREATE TABLE smuggling (
    dataset INTEGER,
    period INTEGER,
    district INTEGER,
    smuggling_prosecutions INTEGER,  -- cases
    smuggling_convictions INTEGER,  -- cases
    smuggling_sentences_five_districts INTEGER,  -- cases
    immigration_sentences INTEGER,  -- cases
    federal_sentences INTEGER,  -- cases
    hsi_arrests INTEGER,  -- arrests
    hsi_smuggling_arrests INTEGER,  -- arrests
    withheld INTEGER,
    hedge INTEGER,
    PRIMARY KEY (dataset, period, district)
) WITHOUT ROWID, STRICT;

-- ---------------------------------------------------------------- documents
--
-- What was stated, in our own words. Columns are those of the seed files (docs/seed-format.md); lists inside
-- a cell are separated by "; ".

-- Documents whose statements are held.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    key TEXT,
    publisher TEXT,
    title TEXT,
    published TEXT,  -- 2024-06-04
    date_basis TEXT,  -- `stated`, or how the date was inferred
    note TEXT
) STRICT;

-- Figures as they were stated, hedges kept.
CREATE TABLE figure (
    id INTEGER PRIMARY KEY,
    key TEXT,
    document TEXT,
    line INTEGER,  -- line of the document
    measure TEXT,  -- key of the measure meant; '' where none exists
    as_said TEXT,  -- the verb or noun as spoken
    unit TEXT,
    low TEXT,  -- the interval that the words allow; '' = open
    high TEXT,  -- the interval that the words allow; '' = open
    qualifier TEXT,  -- exact, more_than, at_least, nearly, about, up_to or vague
    kind TEXT,  -- flow, stock, change_percent, ratio, target, threshold or share
    start TEXT,
    end TEXT,
    start_precision TEXT,  -- day, month, year, fy, approximate or unstated
    end_precision TEXT,
    filters TEXT,
    speaker TEXT,
    status TEXT,  -- official, unofficial, paraphrase_of:KEY or translation
    note TEXT
) STRICT;

-- Comparisons and superlatives that can be checked.
CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    key TEXT,
    document TEXT,
    line INTEGER,
    paraphrase TEXT,
    kind TEXT,  -- highest_since, lowest_since, change, ratio, share, first_since, rank, target or overlap
    measure TEXT,
    filters TEXT,
    subject TEXT,  -- one side, as a period where it is one
    reference TEXT,  -- the other side
    figures TEXT,  -- keys of figures
    checkable TEXT,  -- yes, partly or no
    question TEXT,  -- the statement in the language, without `check`; '' = nobody publishes what it is about
    nearest TEXT,  -- a question or statement that comes nearest; '' = none does
    note TEXT
) STRICT;

-- What speakers leave open: words that several measures answer to, and a place that is often not named.
CREATE TABLE reading (
    id INTEGER PRIMARY KEY,
    key TEXT,
    kind TEXT,   -- verb or place
    said TEXT,   -- the word, folded as spellings are; '' = what is not said
    means TEXT,  -- of a verb measure ids, separated by spaces; of a place `dimension=member` ids
    note TEXT
) STRICT;

-- Systems, programs, rules and operations named in the documents.
CREATE TABLE program (
    id INTEGER PRIMARY KEY,
    key TEXT,
    name TEXT,
    aliases TEXT,
    kind TEXT,
    description TEXT,
    measures TEXT,  -- keys of measures
    figures TEXT,  -- keys of figures
    documents TEXT,  -- keys of documents
    "from" TEXT,
    "to" TEXT,
    status TEXT,
    note TEXT
) STRICT;

-- Thresholds and dates in force.
CREATE TABLE rule (
    id INTEGER PRIMARY KEY,
    key TEXT,
    name TEXT,
    program TEXT,  -- key of a program
    quantity TEXT,
    unit TEXT,
    direction TEXT,  -- at_most, at_least, less_than, more_than, equals, between or from
    valid_from TEXT,
    valid_to TEXT,
    basis TEXT,
    document TEXT,
    outcome TEXT,  -- what came of a target, in the language: `refugee admissions in fy2022`; '' = not a target, or not held
    note TEXT
) STRICT;
