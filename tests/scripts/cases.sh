# shellcheck shell=bash
# What the tests of the scripts share. A test sources this file, calls check or check_fails for each
# case, and cases_end last.

cases_passed=0
cases_failed=0

# check NAME COMMAND...: the command must succeed.
check() {
    local name=$1
    shift
    if "$@"; then
        cases_passed=$((cases_passed + 1))
    else
        cases_failed=$((cases_failed + 1))
        printf 'FAIL %s: %s\n' "$name" "$*"
    fi
}

# check_fails NAME COMMAND...: the command must run and fail (127 and above is not a failure of its
# own, but a command that is missing or was killed).
check_fails() {
    local name=$1 status=0
    shift
    "$@" || status=$?
    check "$name (status $status)" test "$status" -ge 1 -a "$status" -lt 127
}

cases_end() {
    printf '%d passed, %d failed\n' "$cases_passed" "$cases_failed"
    [ "$cases_failed" = 0 ] && [ "$cases_passed" -gt 0 ]
}
