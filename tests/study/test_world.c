/* SPDX-License-Identifier: MIT
 * Replications against what is known of M/M/1. */
#include "queue.h"
#include "world.h"

#include <pthread.h>
#include <signal.h>

enum { worlds = 2 };

struct pair { /* a desk, and the same desk at another speed */
    struct spenn_model model[worlds];
    struct spenn_group group;
};

static void make_pair(struct pair *pair, double rate, double speed,
    const struct spenn_study_options *options)
{
    struct spenn_error err = {0};
    queue_model(&pair->model[0], rate);
    queue_model(&pair->model[1], rate);
    pair->model[1].units.speed[0] = speed;
    const struct spenn_course course[worlds] = {
        {.model = &pair->model[0]}, {.model = &pair->model[1]}};
    assert_true(spenn_group_make(&pair->group, course, worlds, options, &err));
    pair->group.run = (struct spenn_sim_run){
        .seed = 7, .warm_up = 10 * SPENN_WEEK, .duration = 20 * SPENN_WEEK};
}

static void free_pair(struct pair *pair)
{
    spenn_group_free(&pair->group);
    spenn_model_free(&pair->model[0]);
    spenn_model_free(&pair->model[1]);
}

static int32_t slot_of(const struct spenn_world *world, const char *measure)
{
    int32_t slot = spenn_results_find(world->slots, measure, NULL);
    assert_true(slot >= 0);
    return slot;
}

static void any_number_of_threads_gives_the_same_bits(void **state)
{
    (void)state;
    struct pair pair[3];
    for (int32_t i = 0; i < 3; i++) {
        make_pair(&pair[i], .8, 1.25, &(struct spenn_study_options){.jobs = 2 * i + 1});
        assert_true(spenn_group_replicate(&pair[i].group, 37, 37));
    }
    for (int32_t i = 1; i < 3; i++) {
        for (int32_t w = 0; w < worlds; w++) {
            const struct spenn_world *a = &pair[0].group.world[w];
            const struct spenn_world *b = &pair[i].group.world[w];
            size_t size = (size_t)a->slots->count * sizeof *a->mean;
            assert_memory_equal(a->mean, b->mean, size);
            assert_memory_equal(a->difference, b->difference, size);
            assert_memory_equal(&a->open, &b->open, sizeof a->open);
        }
    }
    for (int32_t i = 0; i < 3; i++) {
        free_pair(&pair[i]);
    }
}

/* 40 intervals at 95 %: fewer than 34 that hold the truth happens once in 300 tries. */
static void intervals_hold_the_time_of_m_m_1_as_often_as_they_say(void **state)
{
    (void)state;
    int32_t holds = 0;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct pair pair;
        make_pair(&pair, .5, 1, &(struct spenn_study_options){.jobs = 1});
        pair.group.run.seed = seed;
        assert_true(spenn_group_replicate(&pair.group, 10, 10));
        const struct spenn_world *world = &pair.group.world[0];
        struct spenn_interval interval =
            spenn_moments_interval(&world->mean[slot_of(world, "lead-time")], .05);
        holds += interval.low <= 2 && 2 <= interval.high;
        free_pair(&pair);
    }
    assert_in_range(holds, 34, 40);
}

static void equal_worlds_do_not_differ_at_all(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair, .8, 1, &(struct spenn_study_options){.jobs = 2});
    assert_true(spenn_group_replicate(&pair.group, 10, 10));
    const struct spenn_world *world = &pair.group.world[1];
    const struct spenn_moments *difference =
        &world->difference[slot_of(world, "lead-time")];
    assert_int_equal(difference->count, 10);
    assert_near(difference->mean, 0, 0);
    assert_near(difference->squares, 0, 0);
    free_pair(&pair);
}

static void the_same_cases_make_a_difference_sharper_than_its_parts(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair, .8, 1.05, &(struct spenn_study_options){.jobs = 2});
    assert_true(spenn_group_replicate(&pair.group, 30, 30));
    const struct spenn_world *world = pair.group.world;
    int32_t slot = slot_of(&world[1], "lead-time");
    double apart = world[0].mean[slot].squares + world[1].mean[slot].squares;
    assert_true(world[1].difference[slot].squares < apart / 5);
    free_pair(&pair);
}

static void a_desk_that_cannot_keep_up_spoils_its_times_only(void **state)
{
    (void)state;
    struct pair pair;
    make_pair(&pair, .9, .75, &(struct spenn_study_options){.jobs = 2});
    assert_true(spenn_group_replicate(&pair.group, 4, 4));
    const struct spenn_world *world = pair.group.world;
    assert_int_equal(world[0].trouble.whole, -1);
    assert_int_equal(world[1].trouble.whole, 0);
    assert_false(spenn_world_blocks(&world[0], slot_of(&world[0], "lead-time")));
    assert_true(spenn_world_blocks(&world[1], slot_of(&world[1], "lead-time")));
    assert_false(spenn_world_blocks(&world[1], slot_of(&world[1], "throughput")));
    /* (0.9 - 0.75) cases an hour */
    assert_near(spenn_sim_flows(world[1].plan)->growth[0], .15 * SPENN_WEEK, 1e-9);
    free_pair(&pair);
}

static void more_replications_go_on_where_the_first_ended(void **state)
{
    (void)state;
    struct pair once, twice;
    make_pair(&once, .8, 1.25, &(struct spenn_study_options){.jobs = 2});
    make_pair(&twice, .8, 1.25, &(struct spenn_study_options){.jobs = 2});
    assert_true(spenn_group_replicate(&once.group, 12, 12));
    assert_true(spenn_group_replicate(&twice.group, 5, 5));
    assert_true(spenn_group_replicate(&twice.group, 12, 12));
    const struct spenn_world *a = &once.group.world[1], *b = &twice.group.world[1];
    assert_memory_equal(
        a->difference, b->difference, (size_t)a->slots->count * sizeof *a->difference);
    free_pair(&once);
    free_pair(&twice);
}

struct watch { /* asks to stop after some items; notes who calls */
    volatile sig_atomic_t stop;
    int32_t after, last;
    bool strange;
    pthread_t caller;
};

static void on_progress(void *context, int32_t done, int32_t planned, const char *what)
{
    struct watch *watch = context;
    watch->strange = watch->strange || !pthread_equal(watch->caller, pthread_self())
        || done < watch->last || planned != 200 * worlds || *what;
    watch->last = done;
    watch->stop = done >= watch->after;
}

static void a_stop_keeps_what_every_world_has_finished(void **state)
{
    (void)state;
    struct watch watch = {.after = 9, .caller = pthread_self()};
    struct spenn_study_options options = {
        .jobs = 3, .stop = &watch.stop, .progress = on_progress, .context = &watch};
    struct pair pair;
    make_pair(&pair, .8, 1.25, &options);
    assert_false(spenn_group_replicate(&pair.group, 200, 200));
    assert_false(watch.strange);
    int32_t n = pair.group.replications;
    assert_in_range(n, 4, 199);
    assert_in_range(watch.last, n * worlds, n * worlds + worlds - 1 + 3);
    for (int32_t w = 0; w < worlds; w++) {
        const struct spenn_world *world = &pair.group.world[w];
        assert_int_equal(world->mean[slot_of(world, "lead-time")].count, n);
    }
    free_pair(&pair);
}

static void the_warm_up_is_whole_batches_and_the_same_for_any_threads(void **state)
{
    (void)state;
    struct spenn_warm_up found[2];
    for (int32_t i = 0; i < 2; i++) {
        struct pair pair;
        make_pair(&pair, .95, 1.25, &(struct spenn_study_options){.jobs = 1 + i});
        pair.group.run.duration = 100 * SPENN_WEEK;
        found[i] = spenn_group_warm_up(&pair.group);
        assert_int_equal(pair.group.replications, 0);
        free_pair(&pair);
    }
    assert_near(found[0].hours, found[1].hours, 0);
    assert_near(fmod(found[0].hours, 5 * SPENN_WEEK), 0, 0);
    assert_true(found[0].hours > 0 && found[0].hours <= 50 * SPENN_WEEK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_threads_gives_the_same_bits),
        cmocka_unit_test(intervals_hold_the_time_of_m_m_1_as_often_as_they_say),
        cmocka_unit_test(equal_worlds_do_not_differ_at_all),
        cmocka_unit_test(the_same_cases_make_a_difference_sharper_than_its_parts),
        cmocka_unit_test(a_desk_that_cannot_keep_up_spoils_its_times_only),
        cmocka_unit_test(more_replications_go_on_where_the_first_ended),
        cmocka_unit_test(a_stop_keeps_what_every_world_has_finished),
        cmocka_unit_test(the_warm_up_is_whole_batches_and_the_same_for_any_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
