/* SPDX-License-Identifier: MIT
 * cmocka and what it needs before it, in its order. */
#ifndef SPENN_UNIT_H
#define SPENN_UNIT_H

/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#endif
