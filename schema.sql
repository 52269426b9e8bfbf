-- The whole schema of a Tally database: this file is the one place where tables are defined and explained.
--
-- `tally build-database` runs it and fills the tables from seed/. The file is then opened read-only.
-- It is kept small because SQLite parses all of it at every open.
--
-- Three parts: the catalog (what can be asked), the facts (one table for each subject), the documents
-- (what was said). Ids are whole numbers given in the order of the seed files; `key` is the id in the seed.

PRAGMA application_id = 0x54414C59;  -- "TALY": tells the file from any other SQLite database
PRAGMA user_version = 5;             -- the version of this schema; the program refuses another

-- ------------------------------------------------------------------ catalog

-- Where figures come from. Every dataset has one.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,    -- id in sources.csv
    publisher TEXT NOT NULL,     -- full name
    short TEXT NOT NULL,         -- the name short enough for a citation (publishers.csv), else the full name
    title TEXT NOT NULL,
    part TEXT NOT NULL,          -- the table, sheet or file inside the publication
    published TEXT NOT NULL,     -- 2024-12-31, 2024-12 or 2024, as far as known; '' = unknown
    url TEXT NOT NULL,           -- the publisher's address; '' = unknown
    trust TEXT NOT NULL,         -- official, copy or secondary
    note TEXT NOT NULL
) STRICT;

-- What can be counted.
CREATE TABLE measure (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,    -- id in measures.csv; the column of the fact table that holds it
    name TEXT NOT NULL,
    subject TEXT NOT NULL,       -- the fact table, its spaces written as underscores
    unit TEXT NOT NULL,          -- events, people, usd, ...
    kind TEXT NOT NULL,          -- flow, stock, average or limit
    over_time TEXT NOT NULL,     -- how periods combine: sum, last, mean or none
    scale INTEGER NOT NULL,      -- figures are stored multiplied by this (1, 10, 100, ...), so that sums are exact
    formula TEXT NOT NULL,       -- in the query language; '' = the figures are stored
    part_of INTEGER NOT NULL,    -- measure.id of the whole; 0 = none
    exists_from INTEGER NOT NULL,  -- 20200320, the first day on which it could be counted (existence.csv); 0 = not known
    exists_to INTEGER NOT NULL,    -- 20230511, the last such day; 0 = not known, or not over
    definition TEXT NOT NULL,
    caveat TEXT NOT NULL
) STRICT;

-- Measures that must never be added to one another, because some of one is counted in the other too: `not_with` of
-- measures.csv and the rows of overlaps.csv. Both directions are rows. A part may be subtracted from its whole; measures
-- that only overlap may not be subtracted either.
CREATE TABLE measure_conflict (
    measure INTEGER NOT NULL,
    other INTEGER NOT NULL,
    relation INTEGER NOT NULL,   -- 0 they overlap, 1 the measure is a part of the other one, 2 the other one is a part of it
    filters TEXT NOT NULL,       -- only where the measure is kept to these: `dimension=member` ids, separated by spaces; of a whole, where its part lies
    other_filters TEXT NOT NULL, -- the same of the other one
    note TEXT NOT NULL,          -- why, as one sentence; '' = not said
    PRIMARY KEY (measure, other, filters, other_filters)
) WITHOUT ROWID, STRICT;

-- What figures can be broken down by. Time is built in and not listed.
CREATE TABLE dimension (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,    -- id in dimensions.csv; a column of the fact tables
    name TEXT NOT NULL,
    plural TEXT NOT NULL,
    parent INTEGER NOT NULL,     -- dimension.id that its members roll up to; 0 = none
    description TEXT NOT NULL
) STRICT;

-- The values of the dimensions. One series of ids for all of them.
CREATE TABLE member (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,           -- id in members.csv, unique inside its dimension
    dimension INTEGER NOT NULL,
    name TEXT NOT NULL,
    parent INTEGER NOT NULL,     -- member.id in the parent dimension; 0 = none
    rest INTEGER NOT NULL,       -- 0 a value, 1 `other`, 2 `unknown`: never ranked, always last
    UNIQUE (dimension, key)
) STRICT;

-- Values that were there only for a time (existence.csv). Outside of it a publisher may print 0 for them.
CREATE TABLE member_existence (
    member INTEGER PRIMARY KEY,
    dimension INTEGER NOT NULL,
    exists_from INTEGER NOT NULL,  -- 20091001, the first day; 0 = not known
    exists_to INTEGER NOT NULL     -- 20050930, the last day; 0 = not known, or not over
) STRICT;

-- Named sets of values, such as CHNV.
CREATE TABLE member_group (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    dimension INTEGER NOT NULL,
    name TEXT NOT NULL,
    members TEXT NOT NULL,       -- member ids, separated by spaces
    UNIQUE (dimension, key)
) STRICT;

-- Words people type that need a mapping, and what to say with it.
CREATE TABLE phrase (
    id INTEGER PRIMARY KEY,
    phrase TEXT NOT NULL,
    means TEXT NOT NULL,         -- a measure, `dimension=member` or a fragment of the language; '' = nothing is held
    note TEXT NOT NULL
) STRICT;

-- Every spelling that is understood, folded (no case, accents, spaces, hyphens or plurals), to what it names.
CREATE TABLE spelling (
    key TEXT NOT NULL,           -- the folded spelling
    kind INTEGER NOT NULL,       -- 1 measure, 2 dimension, 3 member, 4 group, 5 phrase
    preference INTEGER NOT NULL, -- 0 name or id, 1 phrase, 2 alias
    target INTEGER NOT NULL,     -- the id in the table of that kind
    text TEXT NOT NULL,          -- as written in the seed
    PRIMARY KEY (key, kind, preference, target)
) WITHOUT ROWID, STRICT;

-- One row for each published table, each earlier edition of one, and each rollup.
CREATE TABLE dataset (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,    -- id in datasets.csv; a rollup adds its dimensions: `table/border+citizenship`
    source INTEGER NOT NULL,
    subject TEXT NOT NULL,       -- the fact table, its spaces written as underscores
    time TEXT NOT NULL,          -- fy, month, cy, date or span; periods are 2024, 202405, 2024, 20240512, 20240512
    dimensions TEXT NOT NULL,    -- dimension ids in column order, separated by spaces
    scope TEXT NOT NULL,         -- what holds for the whole table: `dimension=member` ids, separated by spaces
    rounding INTEGER NOT NULL,   -- 1 exact, 10 rounded to tens by the publisher, ...
    absent TEXT NOT NULL,        -- what a combination without a row means: zero, small, within_other or unknown
    complete INTEGER NOT NULL,   -- 1 = the rows add up to the whole that the table is about
    rank INTEGER NOT NULL,       -- preference among tables that can answer the same question, lower first
    series INTEGER NOT NULL,     -- a number made of the name that files share into which a publisher cuts one table: they answer as one; 0 = alone
    transition INTEGER NOT NULL, -- 1 = its fiscal year 1976 has 15 months (July 1975 to September 1976)
    superseded INTEGER NOT NULL, -- 1 = an earlier edition, used only when asked for
    superseded_by INTEGER NOT NULL,  -- dataset.id; 0 = none
    rollup_of INTEGER NOT NULL,  -- dataset.id of the table that this one sums; 0 = published as it is
    size INTEGER NOT NULL        -- number of rows
) STRICT;

-- What is said of a dataset. Apart from the table above, which every question reads through.
CREATE TABLE dataset_text (
    dataset INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- Which datasets hold a measure.
CREATE TABLE dataset_measure (
    measure INTEGER NOT NULL,
    dataset INTEGER NOT NULL,
    position INTEGER NOT NULL,     -- bit of `withheld` in the fact table that belongs to this measure
    withheld INTEGER NOT NULL,     -- number of cells that the publisher withheld
    unpublished INTEGER NOT NULL,  -- number of cells left empty between the first and the last period held
    hedged INTEGER NOT NULL,       -- number of cells with a hedge
    PRIMARY KEY (measure, dataset)
) WITHOUT ROWID, STRICT;

-- The unbroken runs of periods for which a dataset holds at least one cell of a measure, withheld ones included.
CREATE TABLE coverage (
    measure INTEGER NOT NULL,
    dataset INTEGER NOT NULL,
    first INTEGER NOT NULL,      -- first period of the run, coded as dataset.time says
    last INTEGER NOT NULL,       -- last period; of a span its last day
    PRIMARY KEY (measure, dataset, first)
) WITHOUT ROWID, STRICT;

-- The values that occur in a dataset.
CREATE TABLE dataset_member (
    dataset INTEGER NOT NULL,
    member INTEGER NOT NULL,
    first_fy INTEGER NOT NULL,   -- the first and the last fiscal year with a figure other than 0; 0 = none
    last_fy INTEGER NOT NULL,
    PRIMARY KEY (dataset, member)
) WITHOUT ROWID, STRICT;

-- How far a dataset tells values apart.
CREATE TABLE dataset_dimension (
    dataset INTEGER NOT NULL,
    dimension INTEGER NOT NULL,
    named INTEGER NOT NULL,      -- number of values, without `other` and `unknown`, that occur
    unplaced INTEGER NOT NULL,   -- parts per million of the first measure that fall to `other`, `unknown` and values without a known parent; 0 where the dimension has none
    PRIMARY KEY (dataset, dimension)
) WITHOUT ROWID, STRICT;

-- How much of each fiscal year a published table leaves under `other`.
CREATE TABLE dataset_other (
    dataset INTEGER NOT NULL,
    dimension INTEGER NOT NULL,
    fy INTEGER NOT NULL,
    share INTEGER NOT NULL,      -- parts per million of the first measure
    PRIMARY KEY (dataset, dimension, fy)
) WITHOUT ROWID, STRICT;

-- Published files that `tally import` knows by their header (seed/formats/formats.csv).
CREATE TABLE file_format (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    publisher TEXT NOT NULL,
    title TEXT NOT NULL,         -- of the source that a file of it becomes
    url TEXT NOT NULL
) STRICT;

-- Their columns (columns.csv), in the order in which they are published.
CREATE TABLE file_column (
    format INTEGER NOT NULL,
    name TEXT NOT NULL,          -- in the header
    aliases TEXT NOT NULL,       -- other spellings, separated by `; `
    meaning TEXT NOT NULL,       -- `measure 30`, `dimension 4 5` (ids), fiscal_year, month_of_fiscal_year or ignored
    required INTEGER NOT NULL
) STRICT;

-- The tables that are made of one file (tables.csv), shaped as in `dataset`.
CREATE TABLE file_table (
    format INTEGER NOT NULL,
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    rows TEXT NOT NULL,          -- which rows of the file belong to it: `dimension=member` ids; '' = all
    scope TEXT NOT NULL,
    dimensions TEXT NOT NULL,
    measures TEXT NOT NULL,      -- measure ids, separated by spaces
    absent TEXT NOT NULL,
    rank INTEGER NOT NULL,
    series INTEGER NOT NULL,     -- as in `dataset`
    note TEXT NOT NULL
) STRICT;

-- Tells one version of the catalog from another: a number made of all keys of measures, dimensions and members in
-- their order. Imported data, which keep to these ids, are adapted when it changes.
CREATE TABLE catalog_version (
    fingerprint INTEGER NOT NULL
) STRICT;

-- Breaks in a series that a reader must know. A break of several measures is several rows.
CREATE TABLE series_break (
    measure INTEGER NOT NULL,    -- 0 = every measure
    at INTEGER NOT NULL,         -- the period in which it begins: 2020 a fiscal year, 202003 a month
    key TEXT NOT NULL,
    until INTEGER NOT NULL,      -- the last period for which it holds; 0 = a point between two periods
    kind TEXT NOT NULL,          -- definition, coverage, method, policy, source or revision
    filters TEXT NOT NULL,       -- when it matters: `dimension=member` or `dimension` ids, separated by spaces; '' = always
    about TEXT NOT NULL,         -- what it is about: `dimension=member` ids; answers that leave it out do not need it
    datasets TEXT NOT NULL,      -- ids of the tables that it is about, separated by spaces; '' = every table
    note TEXT NOT NULL,
    PRIMARY KEY (measure, at, key)
) WITHOUT ROWID, STRICT;

-- Dated policy events; inaugurations carry the name of the administration that begins.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    date TEXT NOT NULL,          -- 2021-01-20, 2021-01 or 2021, as far as known
    name TEXT NOT NULL,
    era TEXT NOT NULL,           -- short name of the administration; '' = not an inauguration
    description TEXT NOT NULL,
    source TEXT NOT NULL         -- key of a source or of a document
) STRICT;

-- The months of the Gregorian calendar, with the federal fiscal year (October to September; July to June
-- through FY1975; FY1976 has 15 months) that each belongs to.
CREATE TABLE calendar (
    month INTEGER PRIMARY KEY,   -- 202405
    fy INTEGER NOT NULL,         -- 2024
    quarter INTEGER NOT NULL,    -- 20243: third quarter of FY2024, counted from its first month; FY1976 has a fifth
    cy INTEGER NOT NULL,         -- 2024
    days INTEGER NOT NULL        -- 31
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
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    region INTEGER NOT NULL DEFAULT 0,
    citizenship INTEGER NOT NULL DEFAULT 0,
    criminality INTEGER NOT NULL DEFAULT 0,
    criminal_history INTEGER NOT NULL DEFAULT 0,
    arresting_agency INTEGER NOT NULL DEFAULT 0,
    arrest_location INTEGER NOT NULL DEFAULT 0,
    ice_office INTEGER NOT NULL DEFAULT 0,
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
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, region, citizenship, criminality, criminal_history, arresting_agency, arrest_location, ice_office)
) WITHOUT ROWID, STRICT;

-- Encounters at and between ports of entry, and what is counted beside them.
CREATE TABLE encounters (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    region INTEGER NOT NULL DEFAULT 0,
    citizenship INTEGER NOT NULL DEFAULT 0,
    border INTEGER NOT NULL DEFAULT 0,
    sector INTEGER NOT NULL DEFAULT 0,
    field_office INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0,
    component INTEGER NOT NULL DEFAULT 0,
    demographic INTEGER NOT NULL DEFAULT 0,
    age_group INTEGER NOT NULL DEFAULT 0,
    sex INTEGER NOT NULL DEFAULT 0,
    authority INTEGER NOT NULL DEFAULT 0,
    encounter_type INTEGER NOT NULL DEFAULT 0,
    encounter_class INTEGER NOT NULL DEFAULT 0,
    location INTEGER NOT NULL DEFAULT 0,
    disposition INTEGER NOT NULL DEFAULT 0,
    encounters INTEGER,  -- events
    dhs_apprehensions INTEGER,  -- events
    gotaways INTEGER,  -- events
    criminal_noncitizens_encountered INTEGER,  -- events
    gang_affiliated_apprehensions INTEGER,  -- events
    watchlist_encounters INTEGER,  -- events
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, region, citizenship, border, sector, field_office, state, component, demographic, age_group, sex, authority, encounter_type, encounter_class, location, disposition)
) WITHOUT ROWID, STRICT;

-- Custody: book-ins, book-outs, the number held on a day and on average, monitoring, deaths.
CREATE TABLE custody (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    citizenship INTEGER NOT NULL DEFAULT 0,
    component INTEGER NOT NULL DEFAULT 0,
    demographic INTEGER NOT NULL DEFAULT 0,
    criminality INTEGER NOT NULL DEFAULT 0,
    criminal_history INTEGER NOT NULL DEFAULT 0,
    arresting_agency INTEGER NOT NULL DEFAULT 0,
    outcome INTEGER NOT NULL DEFAULT 0,
    sector INTEGER NOT NULL DEFAULT 0,
    monitoring INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0,
    cbp_book_outs INTEGER,  -- events
    ice_book_outs INTEGER,  -- events
    ice_book_ins INTEGER,  -- events
    ice_average_daily_population INTEGER,  -- people
    usbp_average_in_custody INTEGER,  -- people
    ice_detained INTEGER,  -- people
    atd_participants INTEGER,  -- people
    ice_length_of_stay INTEGER,  -- days
    ice_custody_deaths INTEGER,  -- deaths
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, citizenship, component, demographic, criminality, criminal_history, arresting_agency, outcome, sector, monitoring, state)
) WITHOUT ROWID, STRICT;

-- Agents, deaths, rescues, assaults, force used, prosecutions, seizures and barriers at the border.
CREATE TABLE border_operations (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    border INTEGER NOT NULL DEFAULT 0,
    sector INTEGER NOT NULL DEFAULT 0,
    component INTEGER NOT NULL DEFAULT 0,
    drug INTEGER NOT NULL DEFAULT 0,
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
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, border, sector, component, drug)
) WITHOUT ROWID, STRICT;

-- Refugee admissions, arrivals and ceilings.
CREATE TABLE refugees (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    region INTEGER NOT NULL DEFAULT 0,
    citizenship INTEGER NOT NULL DEFAULT 0,
    refugee_region INTEGER NOT NULL DEFAULT 0,
    refugee_admissions INTEGER,  -- people
    refugee_arrivals INTEGER,  -- people
    refugee_ceiling INTEGER,  -- people
    refugee_ceiling_low INTEGER,  -- people
    refugee_ceiling_high INTEGER,  -- people
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, region, citizenship, refugee_region)
) WITHOUT ROWID, STRICT;

-- Asylum grants and credible fear screenings.
CREATE TABLE asylum (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    region INTEGER NOT NULL DEFAULT 0,
    citizenship INTEGER NOT NULL DEFAULT 0,
    result INTEGER NOT NULL DEFAULT 0,
    asylum_type INTEGER NOT NULL DEFAULT 0,
    asylum_grants INTEGER,  -- people
    credible_fear_referrals INTEGER,  -- cases
    credible_fear_completions INTEGER,  -- cases
    credible_fear_court_receipts INTEGER,  -- cases
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, region, citizenship, result, asylum_type)
) WITHOUT ROWID, STRICT;

-- Parole processes and CBP One appointments.
CREATE TABLE parole (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    citizenship INTEGER NOT NULL DEFAULT 0,
    border INTEGER NOT NULL DEFAULT 0,
    process INTEGER NOT NULL DEFAULT 0,
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
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, citizenship, border, process)
) WITHOUT ROWID, STRICT;

-- Nonimmigrant visas, the jobs and petitions behind them, and admissions.
CREATE TABLE visas (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    citizenship INTEGER NOT NULL DEFAULT 0,
    visa_class INTEGER NOT NULL DEFAULT 0,
    visas_issued INTEGER,  -- visas
    h2a_jobs_certified INTEGER,  -- jobs
    h2a_petitions_approved INTEGER,  -- petitions
    h2b_cap INTEGER,  -- visas
    h2b_cap_with_supplement INTEGER,  -- visas
    h2b_supplement INTEGER,  -- visas
    nonimmigrant_admissions INTEGER,  -- events
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, citizenship, visa_class)
) WITHOUT ROWID, STRICT;

-- Permanent residence, citizenship and temporary protection.
CREATE TABLE legal_status (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    citizenship INTEGER NOT NULL DEFAULT 0,
    tps_holders INTEGER,  -- people
    green_cards INTEGER,  -- people
    naturalizations INTEGER,  -- people
    naturalization_applications INTEGER,  -- applications
    daca_recipients INTEGER,  -- people
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, citizenship)
) WITHOUT ROWID, STRICT;

-- Employees of the agencies.
CREATE TABLE staffing (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    agency INTEGER NOT NULL DEFAULT 0,
    occupation INTEGER NOT NULL DEFAULT 0,
    federal_employees INTEGER,  -- people
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, agency, occupation)
) WITHOUT ROWID, STRICT;

-- Immigration courts.
CREATE TABLE courts (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    court_cases_received INTEGER,  -- cases
    court_cases_completed INTEGER,  -- cases
    court_cases_pending INTEGER,  -- cases
    court_cases_pending_older INTEGER,  -- cases
    court_asylum_pending INTEGER,  -- applications
    defensive_asylum_applications INTEGER,  -- applications
    immigration_judges INTEGER,  -- people
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period)
) WITHOUT ROWID, STRICT;

-- Arrests inside the country and agreements under section 287(g).
CREATE TABLE interior_enforcement (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    citizenship INTEGER NOT NULL DEFAULT 0,
    criminality INTEGER NOT NULL DEFAULT 0,
    criminal_history INTEGER NOT NULL DEFAULT 0,
    agreement_model INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0,
    ero_arrests INTEGER,  -- arrests
    ero_arrests_criminal INTEGER,  -- arrests
    agreements_287g INTEGER,  -- agreements
    agencies_287g INTEGER,  -- agencies
    states_with_287g INTEGER,  -- states
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, citizenship, criminality, criminal_history, agreement_model, state)
) WITHOUT ROWID, STRICT;

-- Budget authority, spending and foreign assistance, in U.S. dollars.
CREATE TABLE money (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    agency INTEGER NOT NULL DEFAULT 0,
    recipient INTEGER NOT NULL DEFAULT 0,
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
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, agency, recipient)
) WITHOUT ROWID, STRICT;

-- Counts that other governments and the United Nations publish.
CREATE TABLE abroad (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    citizenship INTEGER NOT NULL DEFAULT 0,
    darien_crossings INTEGER,  -- people
    refugees_worldwide INTEGER,  -- people
    asylum_seekers_worldwide INTEGER,  -- people
    internally_displaced_worldwide INTEGER,  -- people
    palestine_refugees_worldwide INTEGER,  -- people
    others_needing_protection_worldwide INTEGER,  -- people
    mexico_irregular_events INTEGER,  -- events
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, citizenship)
) WITHOUT ROWID, STRICT;

-- Prosecutions, convictions, sentences and arrests for smuggling.
CREATE TABLE smuggling (
    dataset INTEGER NOT NULL,
    period INTEGER NOT NULL,
    district INTEGER NOT NULL DEFAULT 0,
    smuggling_prosecutions INTEGER,  -- cases
    smuggling_convictions INTEGER,  -- cases
    smuggling_sentences_five_districts INTEGER,  -- cases
    immigration_sentences INTEGER,  -- cases
    federal_sentences INTEGER,  -- cases
    hsi_arrests INTEGER,  -- arrests
    hsi_smuggling_arrests INTEGER,  -- arrests
    withheld INTEGER NOT NULL DEFAULT 0,
    hedge INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dataset, period, district)
) WITHOUT ROWID, STRICT;

-- ---------------------------------------------------------------- documents
--
-- What was stated, in our own words. Columns are those of the seed files (docs/seed-format.md); lists inside
-- a cell are separated by "; ".

-- Documents whose statements are held.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    publisher TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT NOT NULL,  -- 2024-06-04
    date_basis TEXT NOT NULL,  -- `stated`, or how the date was inferred
    note TEXT NOT NULL
) STRICT;

-- Figures as they were stated, hedges kept.
CREATE TABLE figure (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    line INTEGER NOT NULL,  -- line of the document
    measure TEXT NOT NULL,  -- key of the measure meant; '' where none exists
    as_said TEXT NOT NULL,  -- the verb or noun as spoken
    unit TEXT NOT NULL,
    low TEXT NOT NULL,  -- the interval that the words allow; '' = open
    high TEXT NOT NULL,  -- the interval that the words allow; '' = open
    qualifier TEXT NOT NULL,  -- exact, more_than, at_least, nearly, about, up_to or vague
    kind TEXT NOT NULL,  -- flow, stock, change_percent, ratio, target, threshold or share
    start TEXT NOT NULL,
    end TEXT NOT NULL,
    start_precision TEXT NOT NULL,  -- day, month, year, fy, approximate or unstated
    end_precision TEXT NOT NULL,
    filters TEXT NOT NULL,
    speaker TEXT NOT NULL,
    status TEXT NOT NULL,  -- official, unofficial, paraphrase_of:KEY or translation
    note TEXT NOT NULL
) STRICT;

-- Comparisons and superlatives that can be checked.
CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    line INTEGER NOT NULL,
    paraphrase TEXT NOT NULL,
    kind TEXT NOT NULL,  -- highest_since, lowest_since, change, ratio, share, first_since, rank, target or overlap
    measure TEXT NOT NULL,
    filters TEXT NOT NULL,
    subject TEXT NOT NULL,  -- one side, as a period where it is one
    reference TEXT NOT NULL,  -- the other side
    figures TEXT NOT NULL,  -- keys of figures
    checkable TEXT NOT NULL,  -- yes, partly or no
    question TEXT NOT NULL,  -- the statement in the language, without `check`; '' = nobody publishes what it is about
    nearest TEXT NOT NULL,  -- a question or statement that comes nearest; '' = none does
    note TEXT NOT NULL
) STRICT;

-- What speakers leave open: words that several measures answer to, and a place that is often not named.
CREATE TABLE reading (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,   -- verb or place
    said TEXT NOT NULL,   -- the word, folded as spellings are; '' = what is not said
    means TEXT NOT NULL,  -- of a verb measure ids, separated by spaces; of a place `dimension=member` ids
    note TEXT NOT NULL
) STRICT;

-- Systems, programs, rules and operations named in the documents.
CREATE TABLE program (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    kind TEXT NOT NULL,
    description TEXT NOT NULL,
    measures TEXT NOT NULL,  -- keys of measures
    figures TEXT NOT NULL,  -- keys of figures
    documents TEXT NOT NULL,  -- keys of documents
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    status TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- Thresholds and dates in force.
CREATE TABLE rule (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    program TEXT NOT NULL,  -- key of a program
    quantity TEXT NOT NULL,
    unit TEXT NOT NULL,
    direction TEXT NOT NULL,  -- at_most, at_least, less_than, more_than, equals, between or from
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    basis TEXT NOT NULL,
    document TEXT NOT NULL,
    outcome TEXT NOT NULL,  -- what came of a target, in the language: `refugee admissions in fy2022`; '' = not a target, or not held
    note TEXT NOT NULL
) STRICT;

-- -------------------------------------------------------------------- views
--
-- For reading the file with other programs: names instead of ids. Tally itself does not use them.

-- The published tables and where they come from.
CREATE VIEW published_table AS
SELECT dataset.key AS dataset, dataset_text.title, source.publisher, source.title AS publication,
       source.part, source.published, source.url, dataset.time, dataset.rounding,
       dataset.absent, dataset.complete, dataset.superseded, dataset.size, dataset_text.note
FROM dataset
JOIN dataset_text ON dataset_text.dataset = dataset.id
JOIN source ON source.id = dataset.source
WHERE dataset.rollup_of = 0;

-- Which table holds which measure, and for which periods.
CREATE VIEW holding AS
SELECT measure.name AS measure, dataset.key AS dataset, dataset.time, coverage.first, coverage.last
FROM coverage
JOIN measure ON measure.id = coverage.measure
JOIN dataset ON dataset.id = coverage.dataset;
