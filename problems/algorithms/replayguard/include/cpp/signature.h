// What replay_guard is called with. Generated from interview.yaml: do not edit.
#ifndef SIGNATURE_H
#define SIGNATURE_H


#endif
