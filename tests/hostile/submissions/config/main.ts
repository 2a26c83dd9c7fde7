// attack: settings of the bundler that extend, alias and inject files of the host
// expected: CE WA RTE
// hides: root:[*!$x]|MARK_OF_THE_JUDGE
import secret from "secret";

console.log(secret);
