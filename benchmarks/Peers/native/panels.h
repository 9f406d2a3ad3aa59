// Weights in panels: layers wider than eight vectors are cut into panels of eight vectors of columns, each [in][column],
// so that one pass over an input reads memory in order; narrower layers stay [in][out].
#pragma once
#include "simd.h"

#define PANEL (8 * LANES)
#define PANEL_OF(out) ((out) > PANEL && (out) % PANEL == 0 ? PANEL : (out))
#define PADDED(n) ROUND_UP(n, LANES)

INLINE void pack_panels(const real *from, real *to, int in, int out, int unpack)
{
    const int width = PANEL_OF(out);
    for (int k = 0; k < in; k++)
        for (int o = 0; o < out; o++)
        {
            long ours = ((long)(o / width) * in + k) * width + o % width, theirs = (long)k * out + o;
            to[unpack ? theirs : ours] = from[unpack ? ours : theirs];
        }
    memcpy(to + (long)in * out, from + (long)in * out, sizeof(real) * out);
}

// Arrays of vectors have fixed sizes, more than are used: of arrays whose sizes are parameters, even constant ones, gcc
// keeps the elements in memory.
//
// What a tile of rows × vectors of columns computes: c = seed + a·w, where the seed is a bias row or c itself.
typedef struct
{
    const real *a, *w, *bias;
    real *c;
    long a_row, a_step, w_step, c_row;
    int steps, activation;
} product;

INLINE void tile(const product p, const int rows, const int vecs, const int last)
{
    const mask m = MASK(last);
    const int masked = last < LANES;
    vec sums[12][4];
#pragma GCC unroll 32
    for (int i = 0; i < rows; i++)
#pragma GCC unroll 8
        for (int v = 0; v < vecs; v++)
        {
            const real *seed = (p.bias ? p.bias : p.c + i * p.c_row) + v * LANES;
            sums[i][v] = masked && v == vecs - 1 ? LOAD_MASKED(seed, m) : LOAD(seed);
        }
    for (int k = 0; k < p.steps; k++)
    {
        vec w[4];
#pragma GCC unroll 8
        for (int v = 0; v < vecs; v++)
        {
            const real *from = p.w + k * p.w_step + v * LANES;
            w[v] = masked && v == vecs - 1 ? LOAD_MASKED(from, m) : LOAD(from);
        }
#pragma GCC unroll 32
        for (int i = 0; i < rows; i++)
        {
            vec a = SPLAT(p.a[i * p.a_row + k * p.a_step]);
#pragma GCC unroll 8
            for (int v = 0; v < vecs; v++)
                sums[i][v] = FMA(a, w[v], sums[i][v]);
        }
    }
#pragma GCC unroll 32
    for (int i = 0; i < rows; i++)
#pragma GCC unroll 8
        for (int v = 0; v < vecs; v++)
        {
            real *to = p.c + i * p.c_row + v * LANES;
            vec z = activated(sums[i][v], p.activation);
            if (masked && v == vecs - 1)
                STORE_MASKED(to, m, z);
            else
                STORE(to, z);
        }
}

// Accumulators that fit the registers: 24 of 32 with AVX-512, 12 of 16 without.
#ifdef __AVX512F__
#define TILE_ROWS(vecs) ((vecs) == 4 ? 6 : (vecs) == 3 ? 8 : 12)
#else
#define TILE_ROWS(vecs) ((vecs) == 4 ? 3 : (vecs) == 3 ? 4 : 6)
#endif

INLINE void tile_column(product p, int count, const int vecs, const int last)
{
    int i = 0;
    for (; i + TILE_ROWS(vecs) <= count; i += TILE_ROWS(vecs), p.a += TILE_ROWS(vecs) * p.a_row, p.c += TILE_ROWS(vecs) * p.c_row)
        tile(p, TILE_ROWS(vecs), vecs, last);
    for (; i + 2 <= count; i += 2, p.a += 2 * p.a_row, p.c += 2 * p.c_row)
        tile(p, 2, vecs, last);
    for (; i < count; i++, p.a += p.a_row, p.c += p.c_row)
        tile(p, 1, vecs, last);
}

// c = seed + a·w for count rows and a constant number of columns; w and c may lie in panels of constant width.
INLINE void multiply(product p, int count, const int columns, const int w_panel, const long w_size, const int c_panel,
                     const long c_size)
{
    const int whole = columns / (4 * LANES) * (4 * LANES), rest = columns - whole;
    const int vecs = (rest + LANES - 1) / LANES, last = rest - (vecs - 1) * LANES;
    for (int column = 0; column < whole; column += 4 * LANES)
    {
        product q = p;
        q.w += column / w_panel * w_size + column % w_panel;
        q.c += column / c_panel * c_size + column % c_panel;
        q.bias = p.bias ? p.bias + column : 0;
        tile_column(q, count, 4, LANES);
    }
    p.w += whole, p.c += whole, p.bias = p.bias ? p.bias + whole : 0;
    if (vecs == 1)
        tile_column(p, count, 1, last);
    if (vecs == 2)
        tile_column(p, count, 2, last);
    if (vecs == 3)
        tile_column(p, count, 3, last);
    if (vecs == 4)
        tile_column(p, count, 4, last);
}
