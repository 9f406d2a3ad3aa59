// Tiny networks in batches: each lane of a vector is a sample, so that no lane is idle and nothing is summed across lanes.
// A block of rows is turned to [feature][sample] first; the last block is padded. Weights as in NetGen, [in][out].
#define BLOCK (4 * LANES)
#define DECLARE(i, j, in, out, act, offset) vec a##j[out];
#define DECLARE_DELTA(i, j, in, out, act, offset) vec d##j[out];
#define FORWARD(i, j, in, out, act, offset) dense_lanes(params + offset, a##i, a##j, in, out, act);
#define BACKWARD(i, j, in, out, act, offset) \
    backward_lanes(params + offset, gradient + offset, a##i, d##j, i ? d##i : (vec *)0, in, out, HIDDEN_ACTIVATION);

#ifndef LANES_ONCE
#define LANES_ONCE
INLINE void dense_lanes(const real *w, const vec *a, vec *z, int in, int out, int activation)
{
#pragma GCC unroll 16
    for (int o = 0; o < out; o++)
    {
        vec sum = SPLAT(w[in * out + o]);
#pragma GCC unroll 16
        for (int k = 0; k < in; k++)
            sum = FMA(a[k], SPLAT(w[k * out + o]), sum);
        z[o] = activated(sum, activation);
    }
}

INLINE void backward_lanes(const real *w, vec *g, const vec *a, const vec *d, vec *da, int in, int out, int before)
{
#pragma GCC unroll 16
    for (int k = 0; k < in; k++)
    {
        vec sum = ZERO;
#pragma GCC unroll 16
        for (int o = 0; o < out; o++)
        {
            sum = FMA(d[o], SPLAT(w[k * out + o]), sum);
            g[k * out + o] = FMA(a[k], d[o], g[k * out + o]);
        }
        if (da)
            da[k] = derived(sum, a[k], before);
    }
#pragma GCC unroll 16
    for (int o = 0; o < out; o++)
        g[in * out + o] = ADD(g[in * out + o], d[o]);
}

// [row][feature] to [feature][BLOCK], zeros beyond the rows.
INLINE void turn(const real *x, real *turned, int features, int rows)
{
    if (rows == BLOCK)
    {
        for (int r = 0; r < BLOCK; r++)
            for (int k = 0; k < features; k++)
                turned[k * BLOCK + r] = x[r * features + k];
        return;
    }
    memset(turned, 0, sizeof(real) * features * BLOCK);
    for (int r = 0; r < rows; r++)
        for (int k = 0; k < features; k++)
            turned[k * BLOCK + r] = x[r * features + k];
}
#endif

void EXPORT(pack)(const real *from, real *to, int unpack)
{
    memcpy(to, from, sizeof(real) * PARAMETERS);
}

void EXPORT(forward)(const real *params, const real *x, real *y, int rows)
{
    for (int row = 0; row < rows; row += BLOCK)
    {
        ALIGNED real turned[INPUTS * BLOCK], result[OUTPUTS * BLOCK];
        int count = rows - row < BLOCK ? rows - row : BLOCK;
        turn(x + (long)row * INPUTS, turned, INPUTS, count);
        for (int lane = 0; lane < count; lane += LANES)
        {
            vec a0[INPUTS];
            LAYERS(DECLARE)
            for (int k = 0; k < INPUTS; k++)
                a0[k] = LOAD(turned + k * BLOCK + lane);
            LAYERS(FORWARD)
            for (int o = 0; o < OUTPUTS; o++)
                STORE(result + o * BLOCK + lane, LAST[o]);
        }
        for (int r = 0; r < count; r++)
            for (int o = 0; o < OUTPUTS; o++)
                y[(long)(row + r) * OUTPUTS + o] = result[o * BLOCK + r];
    }
}

// The gradient is kept per lane and summed over the lanes once, at the end.
real EXPORT(train)(real *params, const real *x, const real *t, real rate, int rows)
{
    vec gradient[PARAMETERS];
    real loss = 0;
    for (int p = 0; p < PARAMETERS; p++)
        gradient[p] = ZERO;
    for (int row = 0; row < rows; row += BLOCK)
    {
        ALIGNED real turned[INPUTS * BLOCK], result[OUTPUTS * BLOCK], target[OUTPUTS * BLOCK], delta[OUTPUTS * BLOCK];
        int count = rows - row < BLOCK ? rows - row : BLOCK;
        turn(x + (long)row * INPUTS, turned, INPUTS, count);
        turn(t + (long)row * OUTPUTS, target, OUTPUTS, count);
        for (int lane = 0; lane < count; lane += LANES)
        {
            vec a0[INPUTS], *d0 = 0;
            LAYERS(DECLARE)
            LAYERS(DECLARE_DELTA)
            for (int k = 0; k < INPUTS; k++)
                a0[k] = LOAD(turned + k * BLOCK + lane);
            LAYERS(FORWARD)
            for (int o = 0; o < OUTPUTS; o++)
            {
                real factor = (LOSS == MSE ? 2 : 1) / ((real)OUTPUTS * rows);
                vec d = MUL(SUB(LAST[o], LOAD(target + o * BLOCK + lane)), SPLAT(factor));
                int valid = count - lane < LANES ? count - lane : LANES;
                LAST_DELTA[o] = valid == LANES ? d : KEEP(MASK(valid), d);
                STORE(result + o * BLOCK + lane, LAST[o]);
            }
            BACKWARDS(BACKWARD)
            (void)d0;
        }
        for (int i = 0; i < count * OUTPUTS; i++)
            loss += loss_of_row(result + i, target + i, delta + i, 1, LOSS, 1);
    }
    for (int p = 0; p < PARAMETERS; p++)
        params[p] -= rate * SUM(gradient[p]);
    return loss / rows / OUTPUTS;
}

#undef BLOCK
#undef DECLARE
#undef DECLARE_DELTA
#undef FORWARD
#undef BACKWARD
