/* SPDX-License-Identifier: MIT
 * The readers as a bare program, for tests that look at files rather than at commands:
 *   read FILE         reads a model, a scenario with its model, every alternative and
 * every swept value, or a file of assumptions; exit 3 and problems on stderr read --json
 * FILE  the parsed document as JSON, plain scalars resolved as YAML 1.2 does read --keys
 * the keys of every section, as JSON */
#include "change_verbs.h"
#include "content.h"
#include "io.h"
#include "keys.h"
#include "quantity.h"

#include <string.h>

/* ---- checking */

static bool vary_all(const struct spenn_scenario *scenario,
    const struct spenn_model *changed, struct spenn_error *err)
{
    bool ok = true;
    for (int32_t i = 0; i < scenario->vary_count; i++) {
        for (int32_t v = 0; v < scenario->vary[i].count; v++) {
            struct spenn_model m = {0};
            spenn_model_copy(changed, &m);
            ok = spenn_vary_apply(&m, &scenario->vary[i], v, err) && ok;
            spenn_model_free(&m);
        }
    }
    return ok;
}

static bool check_scenario(
    const char *path, const struct spenn_assumptions *assume, struct spenn_error *err)
{
    struct spenn_scenario scenario = {0};
    struct spenn_model base = {0};
    bool ok = spenn_read_scenario(path, &scenario, err)
        && spenn_read_model(scenario.model, assume, &base, err);
    int32_t count = ok ? scenario.alternative_count : -1;
    for (int32_t a = -1; a < count; a++) {
        struct spenn_model changed = {0};
        ok = spenn_scenario_apply(&base, &scenario, a, &changed, err)
            && vary_all(&scenario, &changed, err) && ok;
        spenn_model_free(&changed);
    }
    spenn_model_free(&base);
    spenn_scenario_free(&scenario);
    return ok;
}

static bool check_file(const char *path, struct spenn_error *err)
{
    char kind[32];
    struct spenn_arena memory = {0};
    struct spenn_assumptions assume;
    struct spenn_model m = {0};
    bool ok = spenn_file_kind(path, kind, err);
    struct content figure;
    if (ok && strncmp(kind, "figure/", 7) == 0) {
        ok = spenn_figure_read(path, &figure, err);
        spenn_figure_free(&figure);
    } else if (ok && strncmp(kind, "assumptions/", 12) == 0) {
        ok = spenn_read_assumptions(path, &memory, &assume, err);
    } else if (ok) {
        ok = spenn_read_assumptions(NULL, &memory, &assume, err)
            && (strcmp(kind, "scenario/1") == 0
                    ? check_scenario(path, &assume, err)
                    : spenn_read_model(path, &assume, &m, err));
    }
    spenn_model_free(&m);
    spenn_arena_free(&memory);
    return ok;
}

/* ---- JSON */

static void print_text(const char *text)
{
    (void)putchar('"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\') {
            (void)printf("\\%c", *text);
        } else if ((unsigned char)*text < 0x20) {
            (void)printf("\\u%04x", (unsigned)(unsigned char)*text);
        } else {
            (void)putchar(*text);
        }
    }
    (void)putchar('"');
}

static void print_scalar(const struct spenn_value *value)
{
    const char *text = value->text;
    double number;
    bool word = strcmp(text, "true") == 0 || strcmp(text, "false") == 0;
    if (spenn_value_is_null(value)) {
        (void)printf("null");
    } else if (!value->quoted && word) {
        (void)printf("%s", text);
    } else if (!value->quoted && spenn_parse_number(text, &number)) {
        if (text[strspn(text, "0123456789")]) {
            (void)printf("%.17g", number);
        } else {
            (void)printf("%s", text + strspn(text, "0") - (text[strspn(text, "0")] == 0));
        }
    } else {
        print_text(text);
    }
}

static void print_value(const struct spenn_value *value)
{
    if (value->kind == SPENN_SCALAR) {
        print_scalar(value);
        return;
    }
    bool map = value->kind == SPENN_MAP;
    (void)putchar(map ? '{' : '[');
    for (int32_t i = 0; i < value->count; i++) {
        (void)printf("%s", i ? "," : "");
        if (map) {
            print_text(value->key[i]);
            (void)putchar(':');
        }
        print_value(value->item[i]);
    }
    (void)putchar(map ? '}' : ']');
}

static bool print_json(const char *path, struct spenn_error *err)
{
    struct spenn_arena memory = {0};
    const struct spenn_value *document;
    struct spenn_file file;
    bool ok = spenn_file_read(path, spenn_most_bytes, &memory, &file, err)
        && spenn_yaml_parse(&file, &memory, &document, err);
    if (ok) {
        print_value(document);
        (void)putchar('\n');
    }
    spenn_arena_free(&memory);
    return ok;
}

static void print_section(const struct spenn_section *section)
{
    const char *comma = "";
    (void)putchar('{');
    for (int32_t i = 0; i < section->count; i++) {
        const struct spenn_key *key = &section->key[i];
        if (!key->csv) {
            (void)printf(
                "%s\"%s\": %s", comma, key->name, key->required ? "true" : "false");
            comma = ", ";
        }
    }
    (void)putchar('}');
}

static void print_keys(void)
{
    const struct spenn_section *const sections[] = {&spenn_unit_section,
        &spenn_forum_section, &spenn_task_section, &spenn_line_section,
        &spenn_contact_section, &spenn_practice_section, &spenn_coordinates_section,
        &spenn_role_section, &spenn_stream_section, &spenn_origin_section,
        &spenn_name_section, &spenn_time_section, &spenn_model_section,
        &spenn_scenario_section, &spenn_alternative_section, &spenn_simulate_section,
        &spenn_expect_section, &spenn_need_section, &spenn_unrepresented_section,
        &spenn_when_section};
    for (size_t s = 0; s < sizeof sections / sizeof *sections; s++) {
        (void)printf("%s\"%s\": ", s ? ",\n" : "{", sections[s]->name);
        print_section(sections[s]);
    }
    for (size_t s = 0; s < FIGURE_KINDS; s++) {
        (void)printf(",\n\"figure/%s\": ", spenn_figure_sections[s].name);
        print_section(&spenn_figure_sections[s]);
    }
    for (size_t s = 0; spenn_figure_parts[s]; s++) {
        (void)printf(",\n\"figure/%s\": ", spenn_figure_parts[s]->name);
        print_section(spenn_figure_parts[s]);
    }
    (void)printf(",\n\"verbs\": {");
    for (int32_t i = 0; i < spenn_verb_count; i++) {
        (void)printf("%s\"%s\": ", i ? ",\n" : "", spenn_verbs[i].name);
        print_section(&spenn_verbs[i].section);
    }
    (void)putchar('}');
    (void)printf(",\n\"assume\": {");
    for (int32_t i = 0; i < SPENN_ASSUMPTION_COUNT; i++) {
        (void)printf("%s\"%s\": false", i ? ", " : "", spenn_assumption_keys[i].id);
    }
    (void)printf("}}\n");
}

int main(int argc, char **argv)
{
    struct spenn_error err = {0};
    bool ok = true;
    if (argc == 2 && strcmp(argv[1], "--keys") == 0) {
        print_keys();
    } else if (argc == 3 && strcmp(argv[1], "--json") == 0) {
        ok = print_json(argv[2], &err);
    } else if (argc == 2) {
        ok = check_file(argv[1], &err);
    } else {
        return 2;
    }
    spenn_error_print(&err, stderr);
    spenn_error_free(&err);
    return ok ? 0 : 3;
}
