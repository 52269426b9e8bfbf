# Completion of tally(1) for fish: subcommands, options, formats and files. A test holds its lists equal to
# those of the program (Tests/Terminal/test_shells.py).

# Succeeds where the first word is one of these subcommands; without any, where it is none.
function __tally_is
    set -l words (commandline -opc)
    set -l commands build-database export import datasets drop read verify serve schema
    if test (count $argv) -gt 0
        contains -- "$words[2]" $argv
    else
        not contains -- "$words[2]" $commands
    end
end

function __tally_begins
    test (count (commandline -opc)) -eq 1
end

# Succeeds where the word before is the first, and is this one.
function __tally_after
    set -l words (commandline -opc)
    test (count $words) -eq 2; and test "$words[2]" = $argv[1]
end

# Names of what was imported, but for those that are typed already.
function __tally_imports
    set -l words (commandline -opc)
    for name in (tally datasets --format json 2>/dev/null | sed -n 's/^ *"name": "\(.*\)",$/\1/p')
        contains -- $name $words; or echo $name
    end
end

complete -c tally -f

complete -c tally -n __tally_begins -a build-database -d 'build the database from the seed'
complete -c tally -n __tally_begins -a export -d 'write answers as a data package'
complete -c tally -n __tally_begins -a import -d 'import a file of figures'
complete -c tally -n __tally_begins -a datasets -d 'list what was imported'
complete -c tally -n __tally_begins -a drop -d 'take away what was imported'
complete -c tally -n __tally_begins -a read -d 'find and judge what texts state'
complete -c tally -n __tally_begins -a verify -d 'tell whether the database is what was built'
complete -c tally -n __tally_begins -a serve -d 'answer requests of other programs'
complete -c tally -n __tally_begins -a schema -d 'print a JSON Schema'
complete -c tally -n __tally_begins -a check -d 'whether a statement holds'
complete -c tally -n __tally_begins -a show -d 'list what there is'
complete -c tally -n __tally_begins -a describe -d 'tell what is known of a name'
complete -c tally -n __tally_begins -a explain -d 'tell how a question is answered'
complete -c tally -n __tally_begins -a sql -d 'ask the database in SQL'
complete -c tally -n __tally_begins -a help -d 'explain the language'

complete -c tally -n '__tally_after help' -a 'clauses periods formats statements measures dimensions'
complete -c tally -n '__tally_after show' -a 'measures dimensions values programs targets datasets sources documents claims figures events gaps'

# Everywhere.
complete -c tally -s h -l help -d 'show help'
complete -c tally -l errors -x -a 'text json' -d 'how mistakes are told'
complete -c tally -n 'not __tally_is build-database schema' -l database -r -F -d 'the database to ask'

# Questions.
complete -c tally -n __tally_is -s c -x -d 'a question to answer'
complete -c tally -n __tally_is -s f -l file -r -F -d 'a script to run'
complete -c tally -n __tally_is -l format -x -d 'how answers are written' \
    -a 'table json jsonl csv tsv xlsx markdown html latex chart svg vega report cite claimreview junit sql'
complete -c tally -n __tally_is -l no-history -d 'keep no history'
complete -c tally -n __tally_is -l no-links -d 'make no links of sources'
complete -c tally -n __tally_is -l set -x -d 'what $NAME means'
complete -c tally -n __tally_is -l parameters -d 'list what --set can give'
complete -c tally -n __tally_is -l keep-going -d 'go on after a statement that fails'
complete -c tally -n __tally_is -l excel -d 'CSV as spreadsheets take it'
complete -c tally -n __tally_is -l quiet -d 'show only what went wrong'
complete -c tally -n __tally_is -l summary -d 'end with a table of all statements'
complete -c tally -n __tally_is -l strict -d 'take only the query language'
complete -c tally -n __tally_is -l free -d 'read lines in people\'s own words'
complete -c tally -n __tally_is -l version -d 'show the version and the edition of the data'
complete -c tally -n '__tally_is; or __tally_is read' -l close-holds -d 'let what is close for an innocent cause pass'
complete -c tally -n '__tally_is; or __tally_is read' -l color -x -a 'auto always never' -d 'bold, dim and colored text'
complete -c tally -n '__tally_is; or __tally_is read import datasets' -l accessible -d 'one fact a line, for screen readers'

# build-database
complete -c tally -n '__tally_is build-database' -l seed -x -a '(__fish_complete_directories)' -d 'the folder of the seed'
complete -c tally -n '__tally_is build-database' -l schema -r -F -d 'the schema'
complete -c tally -n '__tally_is build-database' -s o -l output -r -F -d 'where to write the database'

# export
complete -c tally -n '__tally_is export' -l dataset -x -d 'a whole table' \
    -a "(tally 'show datasets | csv' 2>/dev/null | sed -e 1d -e 's/,.*//')"
complete -c tally -n '__tally_is export' -l postgres -d 'everything, for PostgreSQL'
complete -c tally -n '__tally_is export' -l duckdb -d 'everything, for DuckDB'
complete -c tally -n '__tally_is export' -l metadata -d 'what Datasette tells of it'
complete -c tally -n '__tally_is export' -a '(__fish_complete_directories)'

# import
complete -c tally -n '__tally_is import' -F
complete -c tally -n '__tally_is import' -l dry-run -d 'say what is new, change nothing'
complete -c tally -n '__tally_is import' -l measure -x -d 'what a column counts'
complete -c tally -n '__tally_is import' -l count -d 'count every row as one'
complete -c tally -n '__tally_is import' -l by -x -d 'what columns are'
complete -c tally -n '__tally_is import' -l scope -x -d 'what holds for every row'
complete -c tally -n '__tally_is import' -l across -x -d 'what the columns of a wide table are'
complete -c tally -n '__tally_is import' -l leave-out -x -d 'rows that are left out'
complete -c tally -n '__tally_is import' -l sheet -x -d 'the sheet of a workbook'
complete -c tally -n '__tally_is import' -l skip -x -d 'lines above the header'
complete -c tally -n '__tally_is import' -l header -x -d 'rows of the header'
complete -c tally -n '__tally_is import' -l delimiter -x -d 'what separates cells'
complete -c tally -n '__tally_is import' -l encoding -x -a 'windows-1252 latin-1 utf-16 mac-roman' -d 'how the text of the file is written'
complete -c tally -n '__tally_is import' -l dates -x -a 'd/m/y m/d/y y/m/d m/y serial' -d 'the order of day, month and year'
complete -c tally -n '__tally_is import' -l missing -x -d 'what cells hold for a figure that is not there'
complete -c tally -n '__tally_is import' -l withheld -x -d 'what cells hold for a figure that is kept back'
complete -c tally -n '__tally_is import' -l decimal -x -a '. ,' -d 'what is before decimals'
complete -c tally -n '__tally_is import' -l marks -x -d 'what is written beside figures'
complete -c tally -n '__tally_is import' -l rounded -x -d 'what figures are rounded to'
complete -c tally -n '__tally_is import' -l until -x -d 'the last day of the figures'
complete -c tally -n '__tally_is import' -l source -x -d 'where the figures come from'
complete -c tally -n '__tally_is import' -l published -x -d 'when they were published'
complete -c tally -n '__tally_is import' -l url -x -d 'the address of the publisher'
complete -c tally -n '__tally_is import' -l as -x -d 'what the table is called'
complete -c tally -n '__tally_is import' -l map -r -F -d 'a CSV of what values mean'
complete -c tally -n '__tally_is import' -l add-values -d 'add values that are not known'
complete -c tally -n '__tally_is import' -l new-measure -x -d 'a measure that is not known'
complete -c tally -n '__tally_is import' -l new-dimension -x -d 'a dimension that is not known'
complete -c tally -n '__tally_is import' -l partial -d 'the rows are a part of the whole'
complete -c tally -n '__tally_is import' -l prefer -d 'answer from it first'

# datasets
complete -c tally -n '__tally_is datasets' -l long -d 'tell what columns were taken for'
complete -c tally -n '__tally_is datasets' -l outdated -d 'tell what newer imports supersede'

# import and datasets
complete -c tally -n '__tally_is import datasets' -l format -x -a 'table json' -d 'how it is written'

# drop
complete -c tally -n '__tally_is drop' -a '(__tally_imports)'

# read
complete -c tally -n '__tally_is read' -F
complete -c tally -n '__tally_is read' -l date -x -d 'the day of the text'
complete -c tally -n '__tally_is read' -l format -x -d 'how it is written' \
    -a 'table json jsonl csv markdown html report claimreview tally'
complete -c tally -n '__tally_is read' -l only -x -a '(__fish_append , fails depends undecided close holds)' \
    -d 'list only these verdicts'
complete -c tally -n '__tally_is read' -l date-stamp -d 'write the day of judging'

# serve
complete -c tally -n '__tally_is serve' -l stdio -d 'read requests from standard input'

# schema
complete -c tally -n '__tally_is schema' -a 'report check read error'
