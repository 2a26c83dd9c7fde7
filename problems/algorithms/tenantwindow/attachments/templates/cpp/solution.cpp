#include "signature.h"

// Finds the longest stretch of requests with at most limit different tenants; the empty name is no tenant.
// Returns the position of its first request, counted from 0, and its length; the first of the longest.
//
// Example:
//     find_stretch(tenants = ["acme", "bolt", "", "bolt", "core", "core", "bolt"], limit = 2)
//     returns [1, 6]
std::vector<int> find_stretch(const std::vector<std::string> &tenants, int limit)
{
    // Your code.
    (void) tenants;
    (void) limit;
    return {};
}
