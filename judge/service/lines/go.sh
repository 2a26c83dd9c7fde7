# Prints which lines of the candidate's were executed ("+ FIRST LAST PATH") and which never ("-"), of
# what `go test -coverprofile` wrote: "PATH:LINE.COLUMN,LINE.COLUMN STATEMENTS COUNT". Lines without
# statements (constants) are in neither.
[ -s /box/lines/go.out ] || { echo '! no go test of the tests could be watched'; exit 0; }
awk '/^mode:/ || $(NF - 1) == 0 { next }
     match($0, /:[0-9]+\.[0-9]+,[0-9]+\.[0-9]+ [0-9]+ [0-9]+$/) {
       split(substr($0, RSTART + 1), part, /[.,]/)
       print ($NF > 0 ? "+" : "-"), part[1], part[3], substr($0, 1, RSTART - 1)
     }' /box/lines/go.out
