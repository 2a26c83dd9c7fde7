/*
 * attack: asks the compiler which files of the host there are, and reports it as an error
 * expected: CE
 * hides: there:
 */
#if __has_include("/etc/shadow") || __has_include("/root/.bashrc") || __has_include("/proc/1/environ")
#error there: a file of the host
#endif
#if __has_include("../data/secret/1.ans") || __has_include("../../data/secret/1.ans")
#error there: an answer
#endif
#error nothing
