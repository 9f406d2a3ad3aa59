// One sample: a panel of up to eight vectors of sums, or several sets of fewer, so that eight chains of FMA are under way.
#pragma once
#include "panels.h"

INLINE void gemv_panel(const real *w, const real *x, const real *bias, real *z, int in, const int out, int activation)
{
    const int vecs = (out + LANES - 1) / LANES, last = out - (vecs - 1) * LANES, sets = vecs >= 5 ? 1 : 8 / vecs;
    const mask m = MASK(last);
    const int masked = last < LANES;
    vec sums[8][8];
#pragma GCC unroll 8
    for (int s = 0; s < sets; s++)
#pragma GCC unroll 8
        for (int v = 0; v < vecs; v++)
            sums[s][v] = s > 0 ? ZERO : masked && v == vecs - 1 ? LOAD_MASKED(bias + v * LANES, m) : LOAD(bias + v * LANES);
#define STEP(s, k) \
    _Pragma("GCC unroll 8") for (int v = 0; v < vecs; v++) \
    { \
        const real *from = w + (long)(k) * out + v * LANES; \
        vec row = masked && v == vecs - 1 ? LOAD_MASKED(from, m) : LOAD(from); \
        sums[s][v] = FMA(SPLAT(x[k]), row, sums[s][v]); \
    }
    int k = 0;
    for (; k + sets <= in; k += sets)
    {
#pragma GCC unroll 8
        for (int s = 0; s < sets; s++)
            STEP(s, k + s)
    }
    for (; k < in; k++)
        STEP(0, k)
#undef STEP
#pragma GCC unroll 8
    for (int v = 0; v < vecs; v++)
    {
#pragma GCC unroll 8
        for (int s = 1; s < sets; s++)
            sums[0][v] = ADD(sums[0][v], sums[s][v]);
        STORE(z + v * LANES, activated(sums[0][v], activation));
    }
}

// z has room for whole vectors.
INLINE void gemv(const real *w, const real *x, real *z, const int in, const int out, int activation)
{
    const int width = PANEL_OF(out);
    const real *bias = w + (long)in * out;
    if (out == 1)
    {
        vec sum = ZERO;
        for (int k = 0; k < in; k += LANES)
        {
            const mask m = MASK(in - k < LANES ? in - k : LANES);
            sum = FMA(LOAD_MASKED(w + k, m), LOAD_MASKED(x + k, m), sum);
        }
        z[0] = SUM(sum) + bias[0];
        activate(z, 1, activation);
        return;
    }
    for (int column = 0; column < out; column += width)
        gemv_panel(w + (long)column * in, x, bias + column, z + column, in, width, activation);
    if (activation == SOFTMAX)
        softmax(z, out);
}

// One pass over the weights: dx = W·d from the values before the step, and W -= rate·x·dᵀ. The dx of several panels add up.
// Rows of whole vectors only: a load that follows a masked store waits for it even where the lanes that it reads were off.
INLINE void step_panel(real *w, const real *x, const real *d, real *dx, int in, const int out, real rate, const int add)
{
    const int vecs = out / LANES;
    vec ds[8];
#pragma GCC unroll 8
    for (int v = 0; v < vecs; v++)
        ds[v] = LOAD(d + v * LANES);
    for (int k = 0; k < in; k++)
    {
        const vec factor = SPLAT(-rate * x[k]);
        vec sum = ZERO, other = ZERO;
#pragma GCC unroll 8
        for (int v = 0; v < vecs; v++)
        {
            real *at = w + (long)k * out + v * LANES;
            vec row = LOAD(at);
            if (v & 1)
                other = FMA(row, ds[v], other);
            else
                sum = FMA(row, ds[v], sum);
            STORE(at, FMA(factor, ds[v], row));
        }
        if (dx)
            dx[k] = SUM(ADD(sum, other)) + (add ? dx[k] : 0);
    }
}

// The same for rows of any length, which the compiler cuts into vectors of falling widths.
INLINE void step_rows(real *w, const real *x, const real *d, real *dx, int in, const int out, real rate)
{
    for (int k = 0; k < in; k++)
    {
        real *restrict row = w + (long)k * out;
        real factor = -rate * x[k], sum = 0;
        for (int o = 0; dx && o < out; o++)
            sum += row[o] * d[o];
        if (dx)
            dx[k] = sum;
        for (int o = 0; o < out; o++)
            row[o] += factor * d[o];
    }
}

INLINE void gemv_step(real *w, const real *x, const real *d, real *dx, const int in, const int out, real rate)
{
    const int width = PANEL_OF(out);
    real *bias = w + (long)in * out;
    if (out == 1)
    {
        for (int k = 0; k < in; k++)
        {
            real before = w[k];
            w[k] -= rate * x[k] * d[0];
            if (dx)
                dx[k] = before * d[0];
        }
    }
    else if (out % LANES)
        step_rows(w, x, d, dx, in, out, rate);
    else
    {
        step_panel(w, x, d, dx, in, width, rate, 0);
        for (int column = width; column < out; column += width)
            step_panel(w + (long)column * in, x, d + column, dx, in, width, rate, 1);
    }
    for (int o = 0; o < out; o++)
        bias[o] -= rate * d[o];
}
