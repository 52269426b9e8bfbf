# Completion of tally(1) for bash: subcommands, options, formats and files. A test holds its lists equal to
# those of the program (Tests/Terminal/test_shells.py).

_tally() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    # `--format=json` is three words here.
    if [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    elif [[ $cur == = ]]; then
        cur=""
    fi
    local subcommands="build-database export import datasets drop read verify serve schema"
    local statements="check show describe explain sql help"
    local formats="table json jsonl csv tsv xlsx markdown html latex chart svg vega report cite claimreview junit sql"
    local command="" word
    for word in $subcommands; do
        if ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} == "$word" ]]; then command=$word; fi
    done

    COMPREPLY=()
    case $prev in
    --format)
        if [[ $command == read ]]; then
            formats="table json jsonl csv markdown html report claimreview tally"
        elif [[ $command == import || $command == datasets ]]; then
            formats="table json"
        fi
        _tally_words "$formats"
        return
        ;;
    --color) _tally_words "auto always never"; return ;;
    --errors) _tally_words "text json"; return ;;
    --only) _tally_list "fails depends undecided close holds"; return ;;
    -f | --file | --database | --map | --seed | --schema | -o | --output) _tally_files; return ;;
    --dataset)
        _tally_words "$(tally 'show datasets | csv' 2>/dev/null | sed -e 1d -e 's/,.*//')"
        return
        ;;
    -c | --set | --measure | --by | --scope | --across | --leave-out | --sheet | --skip | --header | \
        --delimiter | --encoding | --dates | --missing | --withheld | --decimal | --marks | --rounded | --until | --source | --published | \
        --url | --as | \
        --new-measure | --new-dimension | --date)
        return
        ;;
    esac

    if [[ $cur == -* ]]; then
        case $command in
        "")
            _tally_words "-c -f --file --format --database --errors --no-history --no-links --color --accessible --set
                --parameters --keep-going --excel --quiet --close-holds --summary --strict --free --version -h --help"
            ;;
        build-database) _tally_words "--seed --schema -o --output --errors -h --help" ;;
        export) _tally_words "--dataset --postgres --duckdb --metadata --database --errors -h --help" ;;
        import)
            _tally_words "--dry-run --measure --count --by --scope --across --leave-out --sheet --skip --header
                --delimiter --encoding --dates --missing --withheld --decimal --marks --rounded --until --source --published --url --as --map
                --add-values --new-measure --new-dimension --partial --prefer --format --accessible --database --errors -h --help"
            ;;
        datasets) _tally_words "--long --outdated --format --accessible --database --errors -h --help" ;;
        drop) _tally_words "--database --errors -h --help" ;;
        read)
            _tally_words "--date --format --only --close-holds --date-stamp --database --color --accessible --errors
                -h --help"
            ;;
        verify) _tally_words "--database --errors -h --help" ;;
        serve) _tally_words "--stdio --database --errors -h --help" ;;
        schema) _tally_words "--errors -h --help" ;;
        esac
        return
    fi

    case $command in
    "")
        if ((COMP_CWORD == 1)); then
            _tally_words "$subcommands $statements"
        elif ((COMP_CWORD == 2)) && [[ ${COMP_WORDS[1]} == show ]]; then
            _tally_words "measures dimensions values programs targets datasets sources documents claims figures events
                gaps"
        elif ((COMP_CWORD == 2)) && [[ ${COMP_WORDS[1]} == help ]]; then
            _tally_words "clauses periods formats statements measures dimensions"
        fi
        ;;
    import | read) _tally_files ;;
    export) if ((COMP_CWORD == 2)); then _tally_files; fi ;;
    drop) _tally_words "$(_tally_imports)" ;;
    schema) _tally_words "report check read error" ;;
    esac
}

# Names of what was imported, but for those that are typed already.
_tally_imports() {
    local name
    tally datasets --format json 2>/dev/null | sed -n 's/^ *"name": "\(.*\)",$/\1/p' | while read -r name; do
        [[ " ${COMP_WORDS[*]:2:COMP_CWORD-2} " == *" $name "* ]] || echo "$name"
    done
}

# Offers words.
_tally_words() {
    local IFS=$' \t\n'
    # shellcheck disable=SC2207 # words without spaces
    COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

# Offers words for a list with commas.
_tally_list() {
    local before=""
    if [[ $cur == *,* ]]; then before=${cur%,*},; fi
    # shellcheck disable=SC2207
    COMPREPLY=($(compgen -P "$before" -W "$1" -- "${cur##*,}"))
}

# Leaves files to the shell, which knows how to quote them. The bash of macOS has no compopt.
_tally_files() {
    if type compopt >/dev/null 2>&1; then
        compopt -o default 2>/dev/null
    else
        # shellcheck disable=SC2207
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}

complete -F _tally tally
