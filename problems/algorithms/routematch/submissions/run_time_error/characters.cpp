// Crash: a tree of characters, with room for all 128 in each node: 1 KiB for each character of the routes.
#include "signature.h"

#include <array>
#include <memory>

struct Node {
    std::array<std::unique_ptr<Node>, 128> children;
    int route = -1;
};

std::vector<int> match_routes(const std::vector<std::string> &routes, const std::vector<std::string> &paths)
{
    Node root;
    std::vector<int> result;

    for (size_t i = 0; i < routes.size(); i++) {
        Node *node = &root;
        for (char c : routes[i]) {
            std::unique_ptr<Node> &child = node->children[static_cast<unsigned char>(c)];
            if (!child)
                child = std::make_unique<Node>();
            node = child.get();
        }
        if (node->route < 0)
            node->route = static_cast<int>(i);
    }
    for (const std::string &path : paths) {
        const Node *node = &root;
        int last = -1;
        for (size_t end = 0; node && end <= path.size(); end++) {
            bool whole = end == path.size() || path[end] == '/' || end == 1;
            if (node->route >= 0 && whole && end > 0 && (path[end - 1] != '/' || end == 1))
                last = node->route;
            if (end < path.size())
                node = node->children[static_cast<unsigned char>(path[end])].get();
        }
        result.push_back(last);
    }
    return result;
}
