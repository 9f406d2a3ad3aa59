// What every peer shares: the number type, names, activations and losses. The sizes are constants: a generated unit
// includes a peer once per network, with these macros:
//   NET                     the network's name, part of every exported name
//   INPUTS, OUTPUTS, PARAMETERS, LOSS, HIDDEN_ACTIVATION, LAST and LAST_DELTA (a3 and d3 in a network of three layers)
//   LAYERS(F), HIDDEN(F), BACKWARDS(F)   F(i, j, in, out, act, offset) per layer: a##i goes in, a##j comes out, and the
//                           layer's parameters start at offset: weights [in][out], then biases, in NetGen's order
#pragma once
#include <math.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))
#define GLUE(a, b, c) a##_##b##_##c
#define NAMED(a, b, c) GLUE(a, b, c)
#define EXPORT(name) NAMED(name, VARIANT, NET)
#define ALIGNED _Alignas(64)
#define ROUND_UP(n, to) (((n) + (to) - 1) / (to) * (to))

#ifdef DOUBLE
typedef double real;
#define EXP exp
#define LOG log
#define TANH_OF tanh
#else
typedef float real;
#define EXP expf
#define LOG logf
#define TANH_OF tanhf
#endif

enum { IDENTITY, RELU, SIGMOID, TANH, SOFTMAX };
enum { MSE, BCE, CCE };

INLINE void softmax(real *z, int n)
{
    real largest = z[0], sum = 0;
    for (int i = 1; i < n; i++)
        largest = z[i] > largest ? z[i] : largest;
    for (int i = 0; i < n; i++)
    {
        z[i] = EXP(z[i] - largest);
        sum += z[i];
    }
    for (int i = 0; i < n; i++)
        z[i] *= 1 / sum;
}

INLINE void activate(real *z, int n, int activation)
{
    if (activation == RELU)
        for (int i = 0; i < n; i++)
            z[i] = z[i] > 0 ? z[i] : 0;
    if (activation == SIGMOID)
        for (int i = 0; i < n; i++)
            z[i] = 1 / (1 + EXP(-z[i]));
    if (activation == TANH)
        for (int i = 0; i < n; i++)
            z[i] = TANH_OF(z[i]);
    if (activation == SOFTMAX)
        softmax(z, n);
}

// d *= the derivative of the activation whose output is a.
INLINE void times_derivative(real *d, const real *a, int n, int activation)
{
    if (activation == RELU)
        for (int i = 0; i < n; i++)
            d[i] = a[i] > 0 ? d[i] : 0;
    if (activation == SIGMOID)
        for (int i = 0; i < n; i++)
            d[i] *= a[i] * (1 - a[i]);
    if (activation == TANH)
        for (int i = 0; i < n; i++)
            d[i] *= 1 - a[i] * a[i];
}

// The loss of one row; d receives its gradient with respect to the last pre-activation, times scale. Every network here
// ends in the pairing of its loss (sigmoid with BCE, softmax with CCE, identity with MSE), whose gradient is y - t.
INLINE real loss_of_row(const real *y, const real *t, real *d, int n, int loss, real scale)
{
    const real tiny = (real)1e-30;
    real factor = loss == MSE ? 2 * scale / n : loss == BCE ? scale / n : scale, sum = 0;
    for (int i = 0; i < n; i++)
    {
        real difference = y[i] - t[i];
        d[i] = difference * factor;
        if (loss == MSE)
            sum += difference * difference;
        if (loss == BCE)
            sum -= t[i] * LOG(y[i] + tiny) + (1 - t[i]) * LOG(1 - y[i] + tiny);
        if (loss == CCE)
            sum -= t[i] * LOG(y[i] + tiny);
    }
    return loss == CCE ? sum : sum / n;
}
