// Exit 42 if standard input is a valid test, byte for byte; else 43 with the reason.
#include <cstdio>
#include <cstdlib>
#include <string>

static int line_number = 1;

[[noreturn]] static void reject(const std::string &reason)
{
    std::printf("line %d: %s\n", line_number, reason.c_str());
    std::exit(43);
}

static void expect(char wanted, const char *name)
{
    if (std::getchar() != wanted)
        reject(std::string("expected ") + name);
    line_number += wanted == '\n';
}

// A decimal number as one would write it: no sign, no leading zero.
static int read_int(int low, int high, const char *name)
{
    std::string digits;
    int c;
    while ((c = std::getchar()) >= '0' && c <= '9' && digits.size() < 7)
        digits += static_cast<char>(c);
    std::ungetc(c, stdin);
    if (digits.empty() || (digits.size() > 1 && digits[0] == '0'))
        reject(std::string(name) + " is not a number");
    int value = std::stoi(digits);
    if (value < low || value > high)
        reject(std::string(name) + " is out of range");
    return value;
}

int main()
{
    int n = read_int(1, 100000, "n");
    expect(' ', "a space");
    int m = read_int(0, 300000, "m");
    expect(' ', "a space");
    read_int(0, 5, "b");
    expect('\n', "a newline");

    for (int i = 0; i < n; i++) {
        int c = std::getchar();
        if (c != 'u' && c != 'd')
            reject("a state is neither u nor d");
    }
    expect('\n', "a newline");

    for (int i = 0; i < m; i++) {
        int x = read_int(1, n, "x");
        expect(' ', "a space");
        int y = read_int(1, n, "y");
        if (x == y)
            reject("a service calls itself");
        expect('\n', "a newline");
    }
    if (std::getchar() != EOF)
        reject("more than was announced");
    return 42;
}
