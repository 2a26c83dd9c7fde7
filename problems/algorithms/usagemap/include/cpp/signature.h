// What refused_requests is called with. Generated from interview.yaml: do not edit.
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <string>

#include <map>

#include <vector>

#endif
