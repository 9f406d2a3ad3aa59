// OpenBLAS by hand: one GEMM per product (a GEMV for one row), activations by loops that the compiler vectorises.
#define BLOCK 256
#define BATCH(i, j, in, out, act, offset) static ALIGNED real a##j[BLOCK * (out)];
#define BATCH_DELTA(i, j, in, out, act, offset) static ALIGNED real d##j[BLOCK * (out)];
#define FORWARD(i, j, in, out, act, offset) dense_blas(params + offset, a##i, a##j, count, in, out, act);
#define STEP(i, j, in, out, act, offset) \
    step_blas(params + offset, a##i, d##j, i ? d##i : (real *)0, count, in, out, HIDDEN_ACTIVATION);

#ifndef BLAS_ONCE
#define BLAS_ONCE
#include <dlfcn.h>
#ifdef DOUBLE
#define BLAS(name) "cblas_d" name
#else
#define BLAS(name) "cblas_s" name
#endif
enum { ROW_MAJOR = 101, AS_IS = 111, TRANSPOSED = 112 };

static void (*gemm)(int, int, int, int, int, int, real, const real *, int, const real *, int, real, real *, int);
static void (*gemv)(int, int, int, int, real, const real *, int, const real *, int, real, real *, int);
static void (*ger)(int, int, int, real, const real *, int, const real *, int, real *, int);

// Loads the library; 0 where it is not there.
int NAMED(load, VARIANT, library)(const char *path)
{
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return 0;
    gemm = dlsym(library, BLAS("gemm"));
    gemv = dlsym(library, BLAS("gemv"));
    ger = dlsym(library, BLAS("ger"));
    return gemm && gemv && ger;
}

// The bias joins the pass of the activation: a product that adds to rows of biases reads them back too soon after
// they were written.
INLINE void bias_activate(real *z, const real *b, int rows, const int out, int activation)
{
    for (int row = 0; row < rows; row++)
    {
        for (int o = 0; o < out; o++)
            z[(long)row * out + o] += b[o];
        if (activation == SOFTMAX)
            softmax(z + (long)row * out, out);
    }
    if (activation != SOFTMAX)
        activate(z, rows * out, activation);
}

INLINE void dense_blas(const real *w, const real *x, real *z, int rows, const int in, const int out, int activation)
{
    if (rows == 1)
        gemv(ROW_MAJOR, TRANSPOSED, in, out, 1, w, out, x, 1, 0, z, 1);
    else
        gemm(ROW_MAJOR, AS_IS, AS_IS, rows, out, in, 1, x, in, w, out, 0, z, out);
    bias_activate(z, w + (long)in * out, rows, out, activation);
}

// d holds -rate times the gradient, so that the update is one product that adds to the weights.
INLINE void step_blas(real *w, const real *x, const real *d, real *dx, int rows, const int in, const int out, int before)
{
    real *b = w + (long)in * out;
    if (dx && rows == 1)
        gemv(ROW_MAJOR, AS_IS, in, out, 1, w, out, d, 1, 0, dx, 1);
    else if (dx)
        gemm(ROW_MAJOR, AS_IS, TRANSPOSED, rows, in, out, 1, d, out, w, out, 0, dx, in);
    if (dx)
        times_derivative(dx, x, rows * in, before);
    if (rows == 1)
        ger(ROW_MAJOR, in, out, 1, x, 1, d, 1, w, out);
    else
        gemm(ROW_MAJOR, TRANSPOSED, AS_IS, in, out, rows, 1, x, in, d, out, 1, w, out);
    for (int row = 0; row < rows; row++)
        for (int o = 0; o < out; o++)
            b[o] += d[(long)row * out + o];
}
#endif

void EXPORT(pack)(const real *from, real *to, int unpack)
{
    memcpy(to, from, sizeof(real) * PARAMETERS);
}

void EXPORT(forward)(const real *params, const real *x, real *y, int rows)
{
    HIDDEN(BATCH)
    for (int row = 0; row < rows; row += BLOCK)
    {
        int count = rows - row < BLOCK ? rows - row : BLOCK;
        const real *a0 = x + (long)row * INPUTS;
        real *LAST = y + (long)row * OUTPUTS;
        LAYERS(FORWARD)
    }
}

// At most BLOCK rows.
real EXPORT(train)(real *params, const real *x, const real *t, real rate, int rows)
{
    LAYERS(BATCH)
    LAYERS(BATCH_DELTA)
    const int count = rows;
    const real *a0 = x;
    real *d0 = 0, loss = 0;
    LAYERS(FORWARD)
    for (int row = 0; row < rows; row++)
        loss += loss_of_row(LAST + (long)row * OUTPUTS, t + (long)row * OUTPUTS, LAST_DELTA + (long)row * OUTPUTS, OUTPUTS,
                            LOSS, -rate / rows);
    BACKWARDS(STEP)
    (void)d0;
    return loss / rows;
}

#undef BLOCK
#undef BATCH
#undef BATCH_DELTA
#undef FORWARD
#undef STEP
