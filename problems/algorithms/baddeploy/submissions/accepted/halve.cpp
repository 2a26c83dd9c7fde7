#include <iostream>
#include <string>

static std::string probe(long long deploy)
{
    std::string reply;
    std::cout << "? " << deploy << std::endl;
    std::cin >> reply;
    return reply;
}

int main()
{
    long long n, limit;
    std::cin >> n >> limit;

    long long low = 1, high = n + 1; // n + 1: none is bad
    while (low < high) {
        long long middle = (low + high) / 2;
        std::string reply = probe(middle);
        if (reply == "bad")
            high = middle;
        else if (reply == "good")
            low = middle + 1;
    }
    std::cout << "! " << (low == n + 1 ? 0 : low) << std::endl;
}
