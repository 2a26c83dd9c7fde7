// attack: has the linker write more than a disk should take
// expected: CE
char first[1u << 30] = {1};
char second[1u << 30] = {1};

int main() { return first[5] + second[7]; }
