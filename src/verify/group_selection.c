/* SPDX-License-Identifier: MIT
 * Constants of ranking and selection, to the digits printed. */
#include "suite.h"

#include "selection.h"

static double dudewicz_dalal(double systems, double first, double probability)
{
    return spenn_dudewicz_dalal((int32_t)systems, (int32_t)first, probability);
}

static double rinott(double systems, double first, double probability)
{
    return spenn_rinott((int32_t)systems, (int32_t)first, probability);
}

static double kn_eta(double systems, double first, double alpha)
{
    return spenn_kn_eta((int32_t)systems, (int32_t)first, alpha);
}

static double kn_h2(double systems, double first, double alpha)
{
    return spenn_kn_h2((int32_t)systems, (int32_t)first, alpha);
}

/* The share of system x[0] (from 1) of five with means 1 to 5 and the standard deviations
 * x[1] to x[5]; the lowest mean is the best. */
static double ocba_share(const double *x)
{
    static const double mean[] = {1, 2, 3, 4, 5};
    double share[5];
    spenn_ocba_shares(5, mean, x + 1, 0, share);
    return share[(int32_t)x[0] - 1];
}

static const char dalal[] = "Dudewicz and Dalal 1975; Law & Kelton 2000, section 10.4",
                  lower[] = "Rinott 1978; independent quadrature",
                  kim[] = "Kim and Nelson 2001, section 3, c = 1",
                  chen[] = "Chen, Lin, Yücesan and Chick 2000, theorem 1";

#define THREE(name, value, tolerance, function, k, n, p, source)                         \
    {                                                                                    \
        name, value, tolerance, false, {.f3 = (function), .x = {k, n, p}}, source        \
    }
#define SHARE(name, value, system, ...)                                                  \
    {                                                                                    \
        name, value, 5e-7, false, {.fx = ocba_share, .x = {system, __VA_ARGS__}}, chen   \
    }

static const struct spenn_verify_call calls[] = {
    THREE("dudewicz-dalal-2-90", 1.896, 5e-4, dudewicz_dalal, 2, 20, .90, dalal),
    THREE("dudewicz-dalal-3-90", 2.342, 5e-4, dudewicz_dalal, 3, 20, .90, dalal),
    THREE("dudewicz-dalal-4-90", 2.583, 5e-4, dudewicz_dalal, 4, 20, .90, dalal),
    THREE("dudewicz-dalal-5-90", 2.747, 5e-4, dudewicz_dalal, 5, 20, .90, dalal),
    THREE("dudewicz-dalal-6-90", 2.870, 5e-4, dudewicz_dalal, 6, 20, .90, dalal),
    THREE("dudewicz-dalal-7-90", 2.969, 5e-4, dudewicz_dalal, 7, 20, .90, dalal),
    THREE("dudewicz-dalal-8-90", 3.051, 5e-4, dudewicz_dalal, 8, 20, .90, dalal),
    THREE("dudewicz-dalal-9-90", 3.121, 5e-4, dudewicz_dalal, 9, 20, .90, dalal),
    THREE("dudewicz-dalal-10-90", 3.182, 5e-4, dudewicz_dalal, 10, 20, .90, dalal),
    THREE("dudewicz-dalal-2-95", 2.4525, 5e-5, dudewicz_dalal, 2, 20, .95, dalal),
    THREE("dudewicz-dalal-5-95", 3.2580, 5e-5, dudewicz_dalal, 5, 20, .95, dalal),
    THREE("dudewicz-dalal-10-95", 3.6788, 5e-5, dudewicz_dalal, 10, 20, .95, dalal),
    THREE("rinott-2-20-95", 2.4525, 5e-5, rinott, 2, 20, .95, lower),
    THREE("rinott-3-20-95", 2.9372, 5e-5, rinott, 3, 20, .95, lower),
    THREE("rinott-5-20-95", 3.3854, 5e-5, rinott, 5, 20, .95, lower),
    THREE("rinott-10-20-95", 3.8753, 5e-5, rinott, 10, 20, .95, lower),
    THREE("rinott-10-20-90", 3.4374, 5e-5, rinott, 10, 20, .90, lower),
    THREE("rinott-5-10-95", 3.6926, 5e-5, rinott, 5, 10, .95, lower),
    THREE("rinott-10-10-95", 4.2895, 5e-5, rinott, 10, 10, .95, lower),
    THREE("kn-eta-2-10", .334050, 5e-7, kn_eta, 2, 10, .05, kim),
    THREE("kn-h2-2-10", 6.012905, 5e-7, kn_h2, 2, 10, .05, kim),
    THREE("kn-eta-5-10", .634967, 5e-7, kn_eta, 5, 10, .05, kim),
    THREE("kn-h2-5-10", 11.429411, 5e-7, kn_h2, 5, 10, .05, kim),
    THREE("kn-eta-10-20", .302934, 5e-7, kn_eta, 10, 20, .05, kim),
    THREE("kn-h2-10-20", 11.511485, 5e-7, kn_h2, 10, 20, .05, kim),
    SHARE("ocba-1", .421823, 1, 1, 1, 1, 1, 1),
    SHARE("ocba-2", .406134, 2, 1, 1, 1, 1, 1),
    SHARE("ocba-3", .101534, 3, 1, 1, 1, 1, 1),
    SHARE("ocba-4", .045126, 4, 1, 1, 1, 1, 1),
    SHARE("ocba-5", .025383, 5, 1, 1, 1, 1, 1),
    SHARE("ocba-mixed-1", .273623, 1, 1, 2, 2, 2, 1),
    SHARE("ocba-mixed-2", .527608, 2, 1, 2, 2, 2, 1),
    SHARE("ocba-mixed-3", .131902, 3, 1, 2, 2, 2, 1),
    SHARE("ocba-mixed-4", .058623, 4, 1, 2, 2, 2, 1),
    SHARE("ocba-mixed-5", .008244, 5, 1, 2, 2, 2, 1),
};

const struct spenn_verify_suite spenn_verify_selection = {
    .group = "selection", .call = calls, .calls = SPENN_COUNT(calls)};
