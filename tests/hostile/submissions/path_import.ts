// attack: has the bundler read files of the host as modules
// expected: CE RTE
// hides: root:[*!$]
import secret from "/etc/shadow";
import data from "../../../../../../etc/passwd";

console.log(secret, data);
