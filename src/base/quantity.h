/* SPDX-License-Identifier: MIT
 * Durations, rates, shares and numbers as a model file writes them. Working time:
 * 1 d = 7.5 h, 1 w = 37.5 h, 1 mo = 162.5 h, 1 y = 52 w = 1950 h. Locale-free. */
#ifndef SPENN_QUANTITY_H
#define SPENN_QUANTITY_H

#include <stdbool.h>
#include <stddef.h>

#define SPENN_DAY 7.5
#define SPENN_WEEK 37.5
#define SPENN_MONTH 162.5
#define SPENN_YEAR 1950.0

/* Each returns false and leaves *value alone when the text is not of its form. Values may
 * be negative (the caller says what range it wants) but are always finite. */
bool spenn_parse_number(const char *text, double *value);   /* 0.5, 1e-3, 12 */
bool spenn_parse_duration(const char *text, double *hours); /* 30min 2h 1d 2w 1mo 1y 0 */
bool spenn_parse_rate(const char *text, double *per_hour);  /* 40/w 6/y 0.5/h 0 */
bool spenn_parse_share(const char *text, double *share);    /* 4% 0.04 */

/* Shortest text that reads back to the same value: "20min", "2h", "1.5h"; "300/w",
 * "26/y"; "4%". `size` of 32 is enough for all. Returns buffer. */
char *spenn_format_number(char *buffer, size_t size, double value);
char *spenn_format_duration(char *buffer, size_t size, double hours);
char *spenn_format_rate(char *buffer, size_t size, double per_hour);
char *spenn_format_share(char *buffer, size_t size, double share);

#endif
