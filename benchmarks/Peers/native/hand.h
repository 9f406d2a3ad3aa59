// Hand-written vectors: a panel GEMV for one row, register tiles for more, and a step that updates the weights where the
// gradient is computed. Rows go in blocks whose activations stay in the cache.
#define BLOCK 264
#define WIDE(i, j, in, out, act, offset) ALIGNED real a##j[PADDED(out)];
#define WIDE_DELTA(i, j, in, out, act, offset) ALIGNED real d##j[PADDED(out)];
#define BATCH(i, j, in, out, act, offset) static ALIGNED real a##j[BLOCK * (out)];
#define BATCH_DELTA(i, j, in, out, act, offset) static ALIGNED real d##j[BLOCK * (out)];
#define TURNED(i, j, in, out, act, offset) static ALIGNED real turned##j[(in) * (out)];
#define GEMV(i, j, in, out, act, offset) gemv(params + offset, a##i, a##j, in, out, act);
#define GEMM(i, j, in, out, act, offset) gemm(params + offset, a##i, a##j, count, in, out, act);
#define STEP_ROW(i, j, in, out, act, offset) \
    gemv_step(params + offset, a##i, d##j, i ? d##i : (real *)0, in, out, rate); \
    if (i) times_derivative(d##i, a##i, in, HIDDEN_ACTIVATION);
#define STEP_BATCH(i, j, in, out, act, offset) \
    if (i) gemm_back(params + offset, turned##j, d##j, a##i, d##i, count, in, out, HIDDEN_ACTIVATION); \
    gemm_step(params + offset, a##i, d##j, count, in, out);
#define PACK(i, j, in, out, act, offset) pack_panels(from + offset, to + offset, in, out, unpack);

#ifndef HAND_ONCE
#define HAND_ONCE
#include "gemv.h"

INLINE void gemm(const real *w, const real *x, real *z, int count, const int in, const int out, int activation)
{
    const int width = PANEL_OF(out);
    product p = { x, w, w + (long)in * out, z, in, 1, width, out, in, activation };
    multiply(p, count, out, width, (long)in * width, out, 0);
    for (int row = 0; activation == SOFTMAX && row < count; row++)
        softmax(z + (long)row * out, out);
}

// dx = (d·Wᵀ) ⊙ f'(x): the weights are turned to [out][in] first.
INLINE void gemm_back(const real *w, real *turned, const real *d, const real *x, real *dx, int count, const int in,
                      const int out, int before)
{
    const int width = PANEL_OF(out);
    for (int column = 0; column < out; column += width)
        for (int block = 0; block < in; block += 16)
            for (int o = 0; o < width; o++)
                for (int k = block; k < block + 16 && k < in; k++)
                    turned[(long)(column + o) * in + k] = w[((long)column * in) + (long)k * width + o];
    memset(dx, 0, sizeof(real) * count * in);
    product p = { d, turned, 0, dx, out, 1, in, in, out, IDENTITY };
    multiply(p, count, in, in, 0, in, 0);
    times_derivative(dx, x, count * in, before);
}

// W += xᵀ·d, where d holds -rate times the gradient; the tiles start from W itself.
INLINE void gemm_step(real *w, const real *x, const real *d, int count, const int in, const int out)
{
    const int width = PANEL_OF(out);
    real *bias = w + (long)in * out;
    product p = { x, d, 0, w, 1, in, out, width, count, IDENTITY };
    multiply(p, in, out, out, 0, width, (long)in * width);
    for (int row = 0; row < count; row++)
        for (int o = 0; o < out; o++)
            bias[o] += d[(long)row * out + o];
}
#endif

void EXPORT(pack)(const real *from, real *to, int unpack)
{
    LAYERS(PACK)
}

void EXPORT(forward)(const real *params, const real *x, real *y, int rows)
{
    if (rows == 1)
    {
        const real *a0 = x;
        LAYERS(WIDE)
        LAYERS(GEMV)
        memcpy(y, LAST, sizeof(real) * OUTPUTS);
        return;
    }
    HIDDEN(BATCH)
    for (int row = 0; row < rows; row += BLOCK)
    {
        int count = rows - row < BLOCK ? rows - row : BLOCK;
        const real *a0 = x + (long)row * INPUTS;
        real *LAST = y + (long)row * OUTPUTS;
        LAYERS(GEMM)
    }
}

static real NAMED(train_row, VARIANT, NET)(real *params, const real *x, const real *t, real rate)
{
    const real *a0 = x;
    real *d0 = 0;
    LAYERS(WIDE)
    LAYERS(WIDE_DELTA)
    LAYERS(GEMV)
    real loss = loss_of_row(LAST, t, LAST_DELTA, OUTPUTS, LOSS, 1);
    BACKWARDS(STEP_ROW)
    (void)d0;
    return loss;
}

// At most BLOCK rows: the update needs the whole gradient.
real EXPORT(train)(real *params, const real *x, const real *t, real rate, int rows)
{
    if (rows == 1)
        return NAMED(train_row, VARIANT, NET)(params, x, t, rate);
    LAYERS(BATCH)
    LAYERS(BATCH_DELTA)
    LAYERS(TURNED)
    const int count = rows;
    const real *a0 = x;
    real *d0 = 0, *turned0 = 0, loss = 0;
    LAYERS(GEMM)
    for (int row = 0; row < rows; row++)
        loss += loss_of_row(LAST + (long)row * OUTPUTS, t + (long)row * OUTPUTS, LAST_DELTA + (long)row * OUTPUTS, OUTPUTS,
                            LOSS, -rate / rows);
    BACKWARDS(STEP_BATCH)
    (void)d0, (void)turned0;
    return loss / rows;
}

#undef BLOCK
#undef WIDE
#undef WIDE_DELTA
#undef BATCH
#undef BATCH_DELTA
#undef TURNED
#undef GEMV
#undef GEMM
#undef STEP_ROW
#undef STEP_BATCH
#undef PACK
