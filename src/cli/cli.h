/* SPDX-License-Identifier: MIT
 * What the commands share. Each cmd_*.c has the same four parts in the same order: usage
 * text, options, the work, the entry. */
#ifndef SPENN_CLI_H
#define SPENN_CLI_H

#include "fail.h"
#include "io.h"
#include "sheet.h"

#include <signal.h>

enum spenn_exit { /* documented in docs/commands.md */
    SPENN_EXIT_OK = 0,
    SPENN_EXIT_FAILED = 1,
    SPENN_EXIT_USAGE = 2,
    SPENN_EXIT_INPUT = 3,
    SPENN_EXIT_STRICT = 4,
    SPENN_EXIT_INTERRUPTED = 130,
};

struct spenn_command {
    const char *name, *summary, *usage;
    int (*run)(const struct spenn_command *self, int argc, char **argv);
};
extern const struct spenn_command spenn_commands[];
extern const int spenn_command_count;

/* Options that most commands know; SPENN_CLI_COMMON lists them for getopt_long. */
struct spenn_cli_common {
    const char *output, *assumptions, *lang; /* lang: "nb" or "en" */
    enum spenn_format format;
    bool force, quiet;
};
#define SPENN_CLI_COMMON                                                                 \
    {"output", required_argument, NULL, 'o'},                                            \
        {"assumptions", required_argument, NULL, 'A'},                                   \
        {"lang", required_argument, NULL, 'L'},                                          \
        {"format", required_argument, NULL, 'F'}, {"force", no_argument, NULL, 'f'},     \
        {"quiet", no_argument, NULL, 'q'}, {"help", no_argument, NULL, 'h'},             \
    {                                                                                    \
        0                                                                                \
    }

/* The next option that is the command's own (its letter); common ones are taken on the
 * way. -1 at the end, -2 after printing help, -3 after a complaint. */
struct option;
int spenn_cli_option(const struct spenn_command *self, int argc, char **argv,
    const struct option *options, struct spenn_cli_common *common);

/* Whether the text is a whole number in the range. */
bool spenn_cli_whole_number(const char *text, double least, double most, double *value);

/* The exit status of an end that is not -1. */
int spenn_cli_stop(int letter);

int spenn_cli_usage(const struct spenn_command *self, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Prints the problems to stderr and gives the exit status: ok, input invalid, or failed
 * when the machine is to blame. */
int spenn_cli_finish(bool ok, struct spenn_error *err);

/* Reads the model with the assumptions compiled in or those of a file (NULL: none). */
bool spenn_cli_model(const char *path, const char *assumptions, struct spenn_model *m,
    struct spenn_error *err);

/* " --assumptions FILE" for a command that is to be repeated; "" for NULL. */
const char *spenn_cli_assuming(struct spenn_arena *memory, const char *assumptions);

/* From now on Ctrl-C sets the flag returned instead of ending the program. */
const volatile sig_atomic_t *spenn_cli_interrupt(void);

/* Opens a file to write; "-" or NULL is stdout. An existing file outside out/ is left
 * alone unless `force`; false after a message on stderr. Close with _close, which reports
 * a full disk. */
bool spenn_cli_open(const char *path, bool force, FILE **out);
bool spenn_cli_close(FILE *out, const char *path);

/* Prints the sheet where and how the options say; the exit status. */
int spenn_cli_print(
    const struct spenn_sheet *sheet, const struct spenn_cli_common *common);

/* A progress bar on stderr, for people only: a terminal that is not dumb, without
 * --quiet. */
bool spenn_cli_shows_progress(const struct spenn_cli_common *common);
void spenn_cli_progress(void *context, int32_t done, int32_t planned, const char *what);
void spenn_cli_progress_end(const struct spenn_cli_common *common); /* wipes it out */

/* Runs spenn-chart, which lies beside this program or on the PATH, and waits for it. The
 * list of arguments ends with NULL. Its exit status, or after a message one of: */
enum { SPENN_CHART_ABSENT = -1, SPENN_CHART_KILLED = -2 };
int spenn_cli_chart(const char *const *arguments);

int spenn_cmd_check(const struct spenn_command *, int, char **);
int spenn_cmd_measure(const struct spenn_command *, int, char **);
int spenn_cmd_chart(const struct spenn_command *, int, char **);
/* "s" of what is counted, "" of one. */
const char *spenn_cli_plural(int32_t count);

int spenn_cmd_diff(const struct spenn_command *, int, char **);
int spenn_cmd_apply(const struct spenn_command *, int, char **);
int spenn_cmd_run(const struct spenn_command *, int, char **);
int spenn_cmd_init(const struct spenn_command *, int, char **);
int spenn_cmd_schema(const struct spenn_command *, int, char **);
int spenn_cmd_measures(const struct spenn_command *, int, char **);
int spenn_cmd_select(const struct spenn_command *, int, char **);
int spenn_cmd_ask(const struct spenn_command *, int, char **);
int spenn_cmd_survey(const struct spenn_command *, int, char **);
int spenn_cmd_verify(const struct spenn_command *, int, char **);
int spenn_cmd_explore(const struct spenn_command *, int, char **);
int spenn_cmd_merge(const struct spenn_command *, int, char **);
int spenn_cmd_help(const struct spenn_command *, int, char **);
extern const char spenn_usage_check[], spenn_usage_measure[], spenn_usage_chart[],
    spenn_usage_diff[], spenn_usage_apply[], spenn_usage_run[], spenn_usage_init[],
    spenn_usage_schema[], spenn_usage_measures[], spenn_usage_survey[], spenn_usage_ask[],
    spenn_usage_verify[], spenn_usage_explore[], spenn_usage_merge[],
    spenn_usage_select[], spenn_usage_help[];

#endif
