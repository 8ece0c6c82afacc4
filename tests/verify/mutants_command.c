/* SPDX-License-Identifier: MIT
 * `spenn verify` with the engine that has the fault named in the environment variable
 * SPENN_MUTANT; without one, no fault. For tests/verify.sh. */
#include "cli.h"
#include "mutant.h"

#include <stdlib.h>
#include <string.h>

enum spenn_mutant spenn_mutant;

#define NAME(name, fault) #name,
static const char *const names[] = {"", SPENN_MUTANT_LIST(NAME)};

int main(int argc, char **argv)
{
    const struct spenn_command self = {
        "verify", "", spenn_usage_verify, spenn_cmd_verify};
    const char *wanted = getenv("SPENN_MUTANT");
    int mutant = 0;
    while (wanted && mutant < SPENN_MUTANT_COUNT && strcmp(names[mutant], wanted) != 0) {
        mutant++;
    }
    if (mutant == SPENN_MUTANT_COUNT) {
        (void)fprintf(stderr, "no fault '%s'\n", wanted);
        return SPENN_EXIT_USAGE;
    }
    spenn_mutant = (enum spenn_mutant)mutant;
    return spenn_cmd_verify(&self, argc, argv);
}
