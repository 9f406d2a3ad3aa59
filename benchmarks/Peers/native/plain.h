// Plain C of constant sizes, row after row; the compiler does the rest. dense and dense_backward are the layout's.
#define DECLARE(i, j, in, out, act, offset) ALIGNED real a##j[out];
#define DECLARE_DELTA(i, j, in, out, act, offset) ALIGNED real d##j[out];
#define FORWARD(i, j, in, out, act, offset) dense(params + offset, a##i, a##j, in, out); activate(a##j, out, act);
#define BACKWARD(i, j, in, out, act, offset) \
    dense_backward(params + offset, target + offset, a##i, d##j, i ? d##i : (real *)0, in, out, scale); \
    if (i) times_derivative(d##i, a##i, in, HIDDEN_ACTIVATION);
#define PACK(i, j, in, out, act, offset) pack_layer(from + offset, to + offset, in, out, unpack);

void EXPORT(pack)(const real *from, real *to, int unpack)
{
    LAYERS(PACK)
}

// A call with one row has code of its own: where the compiler vectorises the loop over the rows, it leaves a single row to
// the scalar rest of the loop.
INLINE void NAMED(forward_rows, VARIANT, NET)(const real *restrict params, const real *restrict x, real *restrict y, const int rows)
{
    for (int row = 0; row < rows; row++)
    {
        const real *a0 = x + (long)row * INPUTS;
        HIDDEN(DECLARE)
        real *LAST = y + (long)row * OUTPUTS;
        LAYERS(FORWARD)
    }
}

void EXPORT(forward)(const real *params, const real *x, real *y, int rows)
{
    if (rows == 1)
        NAMED(forward_rows, VARIANT, NET)(params, x, y, 1);
    else
        NAMED(forward_rows, VARIANT, NET)(params, x, y, rows);
}

// One row is a fused step; more rows sum their gradient first.
INLINE real NAMED(train_rows, VARIANT, NET)(real *params, const real *restrict x, const real *restrict t, real rate, const int rows)
{
    static ALIGNED real gradient[PARAMETERS];
    real *target = rows == 1 ? params : gradient, scale = rows == 1 ? -rate : 1, loss = 0;
    if (rows > 1)
        memset(gradient, 0, sizeof gradient);
    for (int row = 0; row < rows; row++)
    {
        const real *a0 = x + (long)row * INPUTS;
        real *d0 = 0;
        LAYERS(DECLARE)
        LAYERS(DECLARE_DELTA)
        LAYERS(FORWARD)
        loss += loss_of_row(LAST, t + (long)row * OUTPUTS, LAST_DELTA, OUTPUTS, LOSS, (real)1 / rows);
        BACKWARDS(BACKWARD)
        (void)d0;
    }
    for (long i = 0; rows > 1 && i < PARAMETERS; i++)
        params[i] -= rate * gradient[i];
    return loss / rows;
}

real EXPORT(train)(real *params, const real *x, const real *t, real rate, int rows)
{
    return rows == 1 ? NAMED(train_rows, VARIANT, NET)(params, x, t, rate, 1)
                     : NAMED(train_rows, VARIANT, NET)(params, x, t, rate, rows);
}

#undef DECLARE
#undef DECLARE_DELTA
#undef FORWARD
#undef BACKWARD
#undef PACK
