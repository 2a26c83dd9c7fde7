/*
 * attack: more storage of a thread than there is memory, taken before the program's first line
 * expected: RTE MLE WA
 */
static _Thread_local volatile char storage[1UL << 30];

int main(void)
{
    return storage[0] + storage[1UL << 29];
}
