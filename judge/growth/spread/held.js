"use strict";
// Loaded before a program whose memory is measured (held.c). The nursery is written to, all of it: what the program
// does there is not more.
for (let i = 0; i < 4096; i++) {
    new Array(256).fill(i);
}
