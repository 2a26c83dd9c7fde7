/*
 * attack: a file that includes itself for ever
 * expected: CE
 */
#include __FILE__
#include __FILE__
