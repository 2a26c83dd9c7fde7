// text; time O(n^2); space O(n); kind: substr copies what it could look at
#include <iostream>
#include <string>

bool balanced(const std::string &text, size_t from)
{
    std::string rest = text.substr(from);
    return rest.size() % 2 == 0 && rest.front() == rest.back();
}

int main()
{
    std::string text;
    std::cin >> text;
    int count = 0;
    for (size_t from = 0; from < text.size(); from++)
        count += balanced(text, from);
    std::cout << count << '\n';
}
