// One vocabulary over the intrinsics of four vector types: LANES reals in a vec; a mask covers the first n lanes.
#pragma once
#include <immintrin.h>
#include <stdint.h>
#include "common.h"

#if defined(__AVX512F__) && !defined(DOUBLE)
typedef __m512 vec;
typedef __mmask16 mask;
#define LANES 16
#define OP(name) _mm512_##name##_ps
#define MASK(n) ((mask)((1u << (n)) - 1))
#define LOAD_MASKED(p, m) _mm512_maskz_loadu_ps(m, p)
#define STORE_MASKED(p, m, v) _mm512_mask_storeu_ps(p, m, v)
#define POSITIVE(v) _mm512_cmp_ps_mask(v, ZERO, _CMP_GT_OQ)
#define KEEP(m, v) _mm512_maskz_mov_ps(m, v)
#define SUM(v) _mm512_reduce_add_ps(v)
#define ROUND(v) _mm512_roundscale_ps(v, 8)
#define TIMES_POWER_OF_TWO(v, n) _mm512_scalef_ps(v, n)
#elif defined(__AVX512F__)
typedef __m512d vec;
typedef __mmask8 mask;
#define LANES 8
#define OP(name) _mm512_##name##_pd
#define MASK(n) ((mask)((1u << (n)) - 1))
#define LOAD_MASKED(p, m) _mm512_maskz_loadu_pd(m, p)
#define STORE_MASKED(p, m, v) _mm512_mask_storeu_pd(p, m, v)
#define POSITIVE(v) _mm512_cmp_pd_mask(v, ZERO, _CMP_GT_OQ)
#define KEEP(m, v) _mm512_maskz_mov_pd(m, v)
#define SUM(v) _mm512_reduce_add_pd(v)
#define ROUND(v) _mm512_roundscale_pd(v, 8)
#define TIMES_POWER_OF_TWO(v, n) _mm512_scalef_pd(v, n)
#elif defined(__AVX2__) && defined(__FMA__) && !defined(DOUBLE)
typedef __m256 vec;
typedef __m256i mask;
#define LANES 8
#define OP(name) _mm256_##name##_ps
#define MASK(n) _mm256_cmpgt_epi32(_mm256_set1_epi32(n), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7))
#define LOAD_MASKED(p, m) _mm256_maskload_ps(p, m)
#define STORE_MASKED(p, m, v) _mm256_maskstore_ps(p, m, v)
#define POSITIVE(v) _mm256_castps_si256(_mm256_cmp_ps(v, ZERO, _CMP_GT_OQ))
#define KEEP(m, v) _mm256_and_ps(_mm256_castsi256_ps(m), v)
#define SUM(v) sum_of(v)
#define ROUND(v) _mm256_round_ps(v, 8)
#define TIMES_POWER_OF_TWO(v, n) _mm256_mul_ps(v, _mm256_castsi256_ps(_mm256_slli_epi32( \
    _mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127)), 23)))
INLINE float sum_of(vec v)
{
    __m128 half = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    half = _mm_add_ps(half, _mm_movehl_ps(half, half));
    return _mm_cvtss_f32(_mm_add_ss(half, _mm_movehdup_ps(half)));
}
#elif defined(__AVX2__) && defined(__FMA__)
typedef __m256d vec;
typedef __m256i mask;
#define LANES 4
#define OP(name) _mm256_##name##_pd
#define MASK(n) _mm256_cmpgt_epi64(_mm256_set1_epi64x(n), _mm256_setr_epi64x(0, 1, 2, 3))
#define LOAD_MASKED(p, m) _mm256_maskload_pd(p, m)
#define STORE_MASKED(p, m, v) _mm256_maskstore_pd(p, m, v)
#define POSITIVE(v) _mm256_castpd_si256(_mm256_cmp_pd(v, ZERO, _CMP_GT_OQ))
#define KEEP(m, v) _mm256_and_pd(_mm256_castsi256_pd(m), v)
#define SUM(v) sum_of(v)
#define ROUND(v) _mm256_round_pd(v, 8)
#define TIMES_POWER_OF_TWO(v, n) _mm256_mul_pd(v, _mm256_castsi256_pd(_mm256_slli_epi64( \
    _mm256_add_epi64(_mm256_cvtepi32_epi64(_mm256_cvtpd_epi32(n)), _mm256_set1_epi64x(1023)), 52)))
INLINE double sum_of(vec v)
{
    __m128d half = _mm_add_pd(_mm256_castpd256_pd128(v), _mm256_extractf128_pd(v, 1));
    return _mm_cvtsd_f64(_mm_add_sd(half, _mm_unpackhi_pd(half, half)));
}
#endif

#define ZERO OP(setzero)()
#define SPLAT(x) OP(set1)(x)
#define LOAD(p) OP(loadu)(p)
#define STORE(p, v) OP(storeu)(p, v)
#define FMA(a, b, c) OP(fmadd)(a, b, c)
#define MAX(a, b) OP(max)(a, b)
#define MIN(a, b) OP(min)(a, b)
#define SUB(a, b) OP(sub)(a, b)
#define ADD(a, b) OP(add)(a, b)
#define MUL(a, b) OP(mul)(a, b)
#define DIV(a, b) OP(div)(a, b)

// 2^n·e^r with |r| at most ln(2)/2, and the Taylor polynomial of e^r up to the number's rounding.
INLINE vec exp_of(vec x)
{
#ifdef DOUBLE
    enum { DEGREE = 12 };
    const real limit = 700, high = 0x1.62e42fefa38p-1, low = 0x1.ef35793c7673p-45;
#else
    enum { DEGREE = 7 };
    const real limit = 87, high = 0x1.62e4p-1f, low = 0x1.7f7d1cp-20f;
#endif
    static const double over_factorial[] = { 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320,
        1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5, 1, 1 };
    x = MIN(MAX(x, SPLAT(-limit)), SPLAT(limit));
    vec n = ROUND(MUL(x, SPLAT((real)1.4426950408889634)));
    vec r = FMA(n, SPLAT(-low), FMA(n, SPLAT(-high), x));
    vec sum = SPLAT((real)over_factorial[12 - DEGREE]);
#pragma GCC unroll 16
    for (int k = 13 - DEGREE; k <= 12; k++)
        sum = FMA(sum, r, SPLAT((real)over_factorial[k]));
    return TIMES_POWER_OF_TWO(sum, n);
}

INLINE vec activated(vec z, int activation)
{
    const vec one = SPLAT(1);
    if (activation == RELU)
        return MAX(z, ZERO);
    if (activation == SIGMOID)
        return DIV(one, ADD(one, exp_of(SUB(ZERO, z))));
    if (activation == TANH)
        return SUB(one, DIV(SPLAT(2), ADD(one, exp_of(ADD(z, z)))));
    return z;
}

// d times the derivative of the activation whose output is a.
INLINE vec derived(vec d, vec a, int activation)
{
    if (activation == RELU)
        return KEEP(POSITIVE(a), d);
    if (activation == SIGMOID)
        return MUL(d, MUL(a, SUB(SPLAT(1), a)));
    if (activation == TANH)
        return MUL(d, SUB(SPLAT(1), MUL(a, a)));
    return d;
}
