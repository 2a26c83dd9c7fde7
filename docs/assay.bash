# Completion of assay's command line for bash. The program itself knows its commands, options,
# problems and languages: `assay complete WORD...` prints what could stand for the last word. Where
# it prints nothing, bash offers file names.

_assay() {
    local word=${COMP_WORDS[COMP_CWORD]}
    mapfile -t COMPREPLY < <("${COMP_WORDS[0]}" complete "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$word" \
        2>/dev/null)
}

complete -o default -F _assay assay
