// Mistake: lets a team go on with the shared quota when its own is used up; 11-fallback-20.
#include "signature.h"

#include <string>

std::map<std::string, int> refused_requests(const std::map<std::string, int> &quotas,
                                            const std::vector<std::string> &requests)
{
    std::map<std::string, int> left = quotas, refused;

    for (const std::string &team : requests) {
        auto own = left.find(team), shared = left.find("*");

        if (own != left.end() && own->second > 0)
            own->second--;
        else if (shared != left.end() && shared->second > 0)
            shared->second--;
        else if (own != left.end() || shared != left.end())
            refused[team]++;
    }
    return refused;
}
