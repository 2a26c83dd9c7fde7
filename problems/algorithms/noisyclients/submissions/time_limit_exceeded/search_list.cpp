// Slow: O(n^2), looks for each client in a list of those that were seen.
#include "signature.h"

#include <algorithm>

std::vector<std::string> noisiest(const std::vector<std::string> &requests, int k)
{
    struct Client {
        std::string name;
        int count;
    };
    std::vector<Client> clients;
    std::vector<std::string> names;

    for (const std::string &name : requests) {
        auto known = std::find_if(clients.begin(), clients.end(),
                                  [&](const Client &client) { return client.name == name; });
        if (known == clients.end())
            clients.push_back({name, 1});
        else
            known->count++;
    }
    std::sort(clients.begin(), clients.end(), [](const Client &one, const Client &two) {
        return one.count != two.count ? one.count > two.count : one.name < two.name;
    });
    for (size_t i = 0; i < clients.size() && i < static_cast<size_t>(k); i++)
        names.push_back(clients[i].name);
    return names;
}
