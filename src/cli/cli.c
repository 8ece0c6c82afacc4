/* SPDX-License-Identifier: MIT */
#include "cli.h"

#include "quantity.h"

#include <errno.h>
#include <getopt.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted; /* the one thing a signal handler may touch */

static void on_interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

const volatile sig_atomic_t *spenn_cli_interrupt(void)
{
    (void)signal(SIGINT, on_interrupt);
    return &interrupted;
}

int spenn_cli_usage(const struct spenn_command *self, const char *format, ...)
{
    va_list list;
    (void)fprintf(stderr, "spenn %s: ", self->name);
    va_start(list, format);
    (void)vfprintf(stderr, format, list);
    va_end(list);
    (void)fprintf(stderr, "\nTry 'spenn %s --help'.\n", self->name);
    return SPENN_EXIT_USAGE;
}

/* Takes a common option; 0 when it was one, else the letter, or -3 after a complaint. */
static int take(
    const struct spenn_command *self, int letter, struct spenn_cli_common *common)
{
    switch (letter) {
    case 'o':
        common->output = optarg;
        return 0;
    case 'A':
        common->assumptions = optarg;
        return 0;
    case 'f':
        common->force = true;
        return 0;
    case 'q':
        common->quiet = true;
        return 0;
    case 'L':
        common->lang = optarg;
        if (strcmp(optarg, "nb") != 0 && strcmp(optarg, "en") != 0) {
            (void)spenn_cli_usage(self, "--lang is nb or en, not '%s'", optarg);
            return -3;
        }
        return 0;
    case 'F':
        if (!spenn_format_parse(optarg, &common->format)) {
            (void)spenn_cli_usage(
                self, "--format is text, csv or json, not '%s'", optarg);
            return -3;
        }
        return 0;
    default:
        return letter;
    }
}

int spenn_cli_option(const struct spenn_command *self, int argc, char **argv,
    const struct option *options, struct spenn_cli_common *common)
{
    int letter = 0;
    while (letter == 0) {
        letter = getopt_long(argc, argv, ":o:hq", options, NULL);
        if (letter == 'h') {
            (void)fputs(self->usage, stdout);
            return -2;
        }
        if (letter == '?' || letter == ':') {
            (void)spenn_cli_usage(self,
                letter == '?' ? "unknown option '%s'" : "option '%s' needs a value",
                argv[optind - 1]);
            return -3;
        }
        letter = take(self, letter, common);
    }
    return letter;
}

bool spenn_cli_whole_number(const char *text, double least, double most, double *value)
{
    return spenn_parse_number(text, value) && *value >= least && *value <= most
        && *value == (double)(int64_t)*value;
}

int spenn_cli_stop(int letter)
{
    return letter == -2 ? SPENN_EXIT_OK : SPENN_EXIT_USAGE;
}

int spenn_cli_finish(bool ok, struct spenn_error *err)
{
    int status = ok ? SPENN_EXIT_OK : err->machine ? SPENN_EXIT_FAILED : SPENN_EXIT_INPUT;
    spenn_error_print(err, stderr);
    spenn_error_free(err);
    return status;
}

bool spenn_cli_model(const char *path, const char *assumptions, struct spenn_model *m,
    struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume = {0};
    bool ok = spenn_read_assumptions(assumptions, &memory, &assume, err)
        && spenn_read_model(path, &assume, m, err);
    spenn_arena_free(&memory);
    return ok;
}

const char *spenn_cli_assuming(struct spenn_arena *memory, const char *assumptions)
{
    return assumptions ? spenn_arena_format(memory, " --assumptions %s", assumptions)
                       : "";
}

bool spenn_cli_open(const char *path, bool force, FILE **out)
{
    if (!path || strcmp(path, "-") == 0) {
        *out = stdout;
        return true;
    }
    const char *mode = spenn_file_replaces(path, force) ? "w" : "wx";
    *out = fopen(path, mode);
    if (*out) {
        return true;
    }
    if (errno == EEXIST) {
        (void)fprintf(stderr, "spenn: '%s' exists; --force overwrites it\n", path);
    } else {
        (void)fprintf(stderr, "spenn: cannot write '%s': %s\n", path, strerror(errno));
    }
    return false;
}

bool spenn_cli_close(FILE *out, const char *path)
{
    bool ok = !ferror(out);
    ok = (out == stdout ? fflush(out) : fclose(out)) == 0 && ok;
    if (!ok && errno != EPIPE) {
        (void)fprintf(stderr, "spenn: cannot write '%s': %s\n",
            path ? path : "standard output", strerror(errno));
    }
    return ok;
}

int spenn_cli_print(
    const struct spenn_sheet *sheet, const struct spenn_cli_common *common)
{
    FILE *out = NULL;
    bool ok = spenn_cli_open(common->output, common->force, &out);
    if (ok) {
        ok = spenn_sheet_print(sheet, common->format, out);
        ok = spenn_cli_close(out, common->output) && ok;
    }
    return ok ? SPENN_EXIT_OK : SPENN_EXIT_FAILED;
}

/* The helper beside our own program, else whatever the PATH has. */
static const char *chart_program(char *buffer, size_t size)
{
    static const char name[] = "spenn-chart";
    ssize_t length = readlink("/proc/self/exe", buffer, size - sizeof name - 1);
    char *slash = NULL;
    if (length > 0) {
        buffer[length] = '\0';
        slash = strrchr(buffer, '/');
    }
    if (slash) {
        memcpy(slash + 1, name, sizeof name);
        if (access(buffer, X_OK) == 0) {
            return buffer;
        }
    }
    return name;
}

/* posix_spawn wants texts that it could write to, though it never does. */
static char **copy_arguments(struct spenn_arena *memory, const char *const *arguments)
{
    size_t count = 0;
    while (arguments[count]) {
        count++;
    }
    char **copies = spenn_arena_alloc(memory, count + 1, sizeof *copies);
    for (size_t i = 0; i < count; i++) {
        size_t size = strlen(arguments[i]) + 1;
        copies[i] = spenn_arena_alloc(memory, size, 1);
        memcpy(copies[i], arguments[i], size);
    }
    return copies;
}

int spenn_cli_chart(const char *const *arguments)
{
    char path[4096];
    pid_t child;
    const char *program = chart_program(path, sizeof path);
    (void)fflush(NULL);
    struct spenn_arena memory = {0};
    char **copies = copy_arguments(&memory, arguments);
    int failed = posix_spawnp(&child, program, NULL, NULL, copies, environ);
    spenn_arena_free(&memory);
    if (failed) {
        (void)fprintf(stderr,
            "spenn: cannot start '%s': %s; it belongs beside spenn or on the PATH "
            "('run --no-charts' does without)\n",
            program, strerror(failed));
        return SPENN_CHART_ABSENT;
    }
    int status;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return SPENN_CHART_KILLED;
        }
    }
    if (!WIFEXITED(status)) {
        (void)fprintf(
            stderr, "spenn: '%s' was ended by signal %d\n", program, WTERMSIG(status));
        return SPENN_CHART_KILLED;
    }
    return WEXITSTATUS(status);
}

bool spenn_cli_shows_progress(const struct spenn_cli_common *common)
{
    const char *terminal = getenv("TERM");
    return !common->quiet && isatty(STDERR_FILENO)
        && !(terminal && strcmp(terminal, "dumb") == 0);
}

void spenn_cli_progress(void *context, int32_t done, int32_t planned, const char *what)
{
    enum { width = 30 };
    char bar[width + 1];
    int32_t filled = planned > 0 ? (int32_t)((int64_t)done * width / planned) : 0;
    (void)context;
    for (int32_t i = 0; i < width; i++) {
        bar[i] = i < filled ? '#' : '.';
    }
    bar[width] = '\0';
    (void)fprintf(
        stderr, "\r[%s] %d of %d replications %-20.20s", bar, done, planned, what);
}

void spenn_cli_progress_end(const struct spenn_cli_common *common)
{
    if (spenn_cli_shows_progress(common)) {
        (void)fprintf(stderr, "\r%*s\r", 78, "");
    }
}

const char *spenn_cli_plural(int32_t count)
{
    return count == 1 ? "" : "s";
}
