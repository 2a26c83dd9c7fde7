// Crash: keeps a byte for every deploy up to 50 million; RangeError when there are more.
const readline = require("node:readline");

const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function nextLine() {
    const { value } = await lines.next();
    return value;
}

async function main() {
    const [n] = (await nextLine()).split(" ").map(Number);
    if (n > 50_000_000) {
        throw new RangeError(`no room for the history of ${n} deploys`);
    }
    const history = new Uint8Array(n + 1);
    let low = 1;
    let high = n + 1;
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        console.log(`? ${middle}`);
        const reply = await nextLine();
        history[middle]++;
        if (reply === "bad") {
            high = middle;
        } else if (reply === "good") {
            low = middle + 1;
        }
    }
    console.log(`! ${low > n ? 0 : low}`);
    process.exit(0);
}

main();
