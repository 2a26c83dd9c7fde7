// What weigh is called with. Generated from interview.yaml: do not edit.
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <vector>

#endif
