// O(n), O(1) space: a dummy before the chain; each complete group is turned where it stands.
const { ListNode } = require("./nodes");

function turnGroups(chain, k) {
    const dummy = new ListNode(0, chain);
    let done = dummy;
    for (;;) {
        let rest = done.next;
        for (let i = 0; i < k; i++) {
            if (rest === null) {
                return dummy.next;
            }
            rest = rest.next;
        }
        const first = done.next;
        let turned = rest;
        for (let node = first; node !== rest;) {
            const next = node.next;
            node.next = turned;
            turned = node;
            node = next;
        }
        done.next = turned;
        done = first;
    }
}

module.exports = { turnGroups };
