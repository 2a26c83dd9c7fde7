// What match_routes is called with. Generated from interview.yaml: do not edit.
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <string>

#include <vector>

#endif
