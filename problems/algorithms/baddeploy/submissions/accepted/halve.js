const readline = require("node:readline");

const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function nextLine() {
    const { value } = await lines.next();
    return value;
}

async function isBad(deploy) {
    for (;;) {
        console.log(`? ${deploy}`);
        const reply = await nextLine();
        if (reply !== "timeout") {
            return reply === "bad";
        }
    }
}

async function main() {
    const [n] = (await nextLine()).split(" ").map(Number);
    let low = 1;
    let high = n + 1; // none is bad
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (await isBad(middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    console.log(`! ${low > n ? 0 : low}`);
    process.exit(0);
}

main();
