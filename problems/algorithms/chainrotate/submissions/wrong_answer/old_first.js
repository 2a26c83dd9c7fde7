// Mistake: links a turned group to the next node of the old chain, which is not the first of its group any more; 08-exact-6.
function turnGroups(chain, k) {
    let result = null;
    let start = chain;
    for (;;) {
        let rest = start;
        for (let i = 0; i < k; i++) {
            if (rest === null) {
                return result === null ? chain : result;
            }
            rest = rest.next;
        }
        let turned = rest;
        for (let node = start; node !== rest;) {
            const next = node.next;
            node.next = turned;
            turned = node;
            node = next;
        }
        if (result === null) {
            result = turned;
        }
        start = rest;
    }
}

module.exports = { turnGroups };
