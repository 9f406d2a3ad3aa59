// The machine's limits at this width: floating-point operations of independent chains of FMA, and the bytes that a sum
// over an array reads. Both return something of the result, so that nothing is optimised away.
#include "simd.h"

#define CHAINS 12

long EXPORT(fma_operations)(long steps)
{
    return steps * CHAINS * LANES * 2;
}

real EXPORT(fma)(long steps)
{
    vec sums[CHAINS], factor = SPLAT((real)0.999), term = SPLAT((real)1e-3);
    for (int i = 0; i < CHAINS; i++)
        sums[i] = SPLAT((real)i);
    for (long step = 0; step < steps; step++)
    {
#pragma GCC unroll 12
        for (int i = 0; i < CHAINS; i++)
            sums[i] = FMA(sums[i], factor, term);
    }
    for (int i = 1; i < CHAINS; i++)
        sums[0] = ADD(sums[0], sums[i]);
    return SUM(sums[0]);
}

real EXPORT(read)(const real *p, long count)
{
    vec sums[8];
    for (int i = 0; i < 8; i++)
        sums[i] = ZERO;
    for (long k = 0; k + 8 * LANES <= count; k += 8 * LANES)
    {
#pragma GCC unroll 8
        for (int i = 0; i < 8; i++)
            sums[i] = ADD(sums[i], LOAD(p + k + i * LANES));
    }
    for (int i = 1; i < 8; i++)
        sums[0] = ADD(sums[0], sums[i]);
    return SUM(sums[0]);
}
