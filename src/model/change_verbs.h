/* SPDX-License-Identifier: MIT
 * The verbs of docs/scenario-format.md: what each takes and what it does. Inside model
 * only, but for tests that hold the published schema against the arguments. */
#ifndef SPENN_CHANGE_VERBS_H
#define SPENN_CHANGE_VERBS_H

#include "draft.h"

struct spenn_verb {
    const char *name;
    struct spenn_section section; /* arguments besides the keys of a unit or forum */
    bool (*apply)(struct spenn_draft *d, const struct spenn_value *args);
    const struct spenn_section *keys; /* those keys, or NULL */
    bool identity; /* begins or ends units: when it fails, later verbs cannot be judged */
};
extern const struct spenn_verb spenn_verbs[];
extern const int32_t spenn_verb_count;

bool spenn_change_establish(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_spin_off(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_split(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_merge(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_absorb(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_abolish(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_rename(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_move(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_transfer(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_delegate(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_join(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_leave(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_open(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_close(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_draw(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_erase(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_contact(struct spenn_draft *d, const struct spenn_value *args);
bool spenn_change_set(struct spenn_draft *d, const struct spenn_value *args);

/* One field of one row, as `set` and `vary` do it (change_set*.c). */
bool spenn_set_unit(struct spenn_draft *d, spenn_id u, const struct spenn_key *key,
    const struct spenn_value *value);
bool spenn_set_forum(struct spenn_draft *d, spenn_id f, const struct spenn_key *key,
    const struct spenn_value *value);
bool spenn_set_task(struct spenn_draft *d, spenn_id t, const struct spenn_key *key,
    const struct spenn_value *value);
/* A key of the coordination of task t, which must coordinate. */
bool spenn_set_coordination(struct spenn_draft *d, spenn_id t,
    const struct spenn_key *key, const struct spenn_value *value);

#endif
