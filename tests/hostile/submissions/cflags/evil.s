// the go command would assemble it
.incbin "/etc/shadow"
