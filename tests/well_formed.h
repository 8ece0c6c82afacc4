/* SPDX-License-Identifier: MIT
 * Whether a text is what our writers may leave: UTF-8 without control characters, markup
 * of the elements and attributes we write and no others, labels of Mermaid that hold no
 * mark of its syntax. Cheap enough for a fuzzer; each returns what is wrong, or NULL. */
#ifndef SPENN_WELL_FORMED_H
#define SPENN_WELL_FORMED_H

#include "text.h"

#include <string.h>

static inline const char *well_formed_bytes(const char *text)
{
    for (const char *c = text; *c; c++) {
        unsigned char byte = (unsigned char)*c, next = (unsigned char)c[1];
        if ((byte < ' ' && byte != '\n') || byte == 0x7F) {
            return "a control character";
        }
        if (byte == 0xC2 && next < 0xA0) {
            return "a C1 control character";
        }
        if (byte == 0xE2 && next == 0x80 && (unsigned char)c[2] >= 0xAA
            && (unsigned char)c[2] <= 0xAE) {
            return "a mark that turns the direction of text";
        }
    }
    return spenn_text_valid(text, strlen(text)) == strlen(text) ? NULL : "no UTF-8";
}

/* Whether the word of so many bytes is one of those with spaces around. */
static inline bool well_formed_is(const char *words, const char *word, size_t length)
{
    char padded[40] = " ";
    if (length + 3 > sizeof padded) {
        return false;
    }
    memcpy(padded + 1, word, length);
    padded[length + 1] = ' ';
    return strstr(words, padded) != NULL;
}

static inline const char *well_formed_entity(const char *at)
{
    static const char *const known[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    bool found = false;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        found = found || strncmp(at, known[i], strlen(known[i])) == 0;
    }
    return found ? NULL : "a bare &";
}

/* Attributes from `at` to the end of the tag; `*end` is at '>' or '/'. */
static inline const char *well_formed_attributes(const char *at, const char **end)
{
    static const char attributes[] =
        " xmlns lang xml:lang role aria-labelledby aria-describedby aria-label "
        "aria-hidden font-family width height viewBox id class href x y rx d fill stroke "
        "stroke-width stroke-dasharray stroke-linejoin font-size font-weight text-anchor "
        "text-decoration data-from data-to name content charset http-equiv tabindex "
        "style scope points transform ";
    while (*at == ' ') {
        size_t name = strcspn(++at, "= >");
        if (at[name] != '=' || at[name + 1] != '"'
            || !well_formed_is(attributes, at, name)) {
            return "a strange attribute";
        }
        for (at += name + 2; *at && *at != '"'; at++) {
            if (*at == '<' || *at == '>' || (*at == '&' && well_formed_entity(at))) {
                return "markup in an attribute";
            }
        }
        at += *at == '"';
    }
    *end = at;
    return NULL;
}

enum { well_formed_depth = 4096 };

/* SVG, or HTML written as XML. */
static inline const char *well_formed_markup(const char *text)
{
    static const char elements[] =
        " svg title desc g rect path text a html head meta style body header h1 h2 h3 p "
        "nav ol ul li main section figure div s bdi b small table tr th td circle line "
        "polygon ellipse ";
    static const char *open[well_formed_depth];
    int32_t depth = 0;
    const char *wrong = well_formed_bytes(text);
    for (const char *at = text; *at && !wrong; at++) {
        if (*at == '&') {
            wrong = well_formed_entity(at);
        } else if (*at == '>') {
            wrong = "a bare >";
        } else if (strncmp(at, "<!DOCTYPE html>", 15) == 0) {
            at += 14;
        } else if (*at == '<') {
            bool ends = at[1] == '/';
            const char *name = at + 1 + ends;
            size_t length = strcspn(name, " />");
            if (!well_formed_is(elements, name, length)) {
                return "a strange element";
            }
            if (ends) {
                const char *opened = depth > 0 ? open[--depth] : "";
                bool same = strcspn(opened, " />") == length
                    && strncmp(opened, name, length) == 0;
                at = name + length;
                wrong = same && *at == '>' ? NULL : "an end that does not match";
                continue;
            }
            wrong = well_formed_attributes(name + length, &at);
            if (!wrong && *at == '>' && depth < well_formed_depth) {
                open[depth++] = name;
            } else if (!wrong && strncmp(at++, "/>", 2) != 0) {
                wrong = "a tag that does not end";
            }
        }
    }
    return wrong ? wrong : depth == 0 ? NULL : "an element that does not end";
}

/* Between quotes only text, line breaks and characters by number. */
static inline const char *well_formed_mermaid(const char *text)
{
    bool quoted = false;
    const char *wrong = well_formed_bytes(text);
    if (strncmp(text, "flowchart TB\n", 13) != 0) {
        return "no flowchart";
    }
    for (const char *at = text; *at && !wrong; at++) {
        if (*at == '"') {
            wrong = !quoted && at[1] == '"' ? "an empty label" : NULL;
            quoted = !quoted;
        } else if (quoted && strncmp(at, "<br/>", 5) == 0) {
            at += 4;
        } else if (quoted && *at == '#') {
            size_t digits = strspn(at + 1, "0123456789");
            wrong = digits > 0 && at[digits + 1] == ';' ? NULL : "a bare #";
            at += digits + 1;
        } else if (quoted && strchr("<>[]{}|`;*_%\\\n@~$&", *at)) {
            wrong = "a mark of syntax in a label";
        }
    }
    return wrong ? wrong : quoted ? "a label that does not end" : NULL;
}

#endif
