// Weights [in][out], NetGen's layout: an input times a row of weights is added to all outputs.
INLINE void dense(const real *restrict w, const real *restrict x, real *restrict z, int in, int out)
{
    const real *b = w + (long)in * out;
    for (int o = 0; o < out; o++)
        z[o] = b[o];
    for (int k = 0; k < in; k++)
        for (int o = 0; o < out; o++)
            z[o] += x[k] * w[(long)k * out + o];
}

// Adds scale·x·dᵀ to g, and writes W·d to dx, before that, unless it is null; g may be w.
INLINE void dense_backward(const real *w, real *g, const real *restrict x, const real *restrict d, real *restrict dx,
                           int in, int out, real scale)
{
    for (int k = 0; k < in; k++)
    {
        const real *row = w + (long)k * out;
        real sum = 0;
        for (int o = 0; dx && o < out; o++)
            sum += row[o] * d[o];
        if (dx)
            dx[k] = sum;
        real factor = scale * x[k], *restrict grow = g + (long)k * out;
        for (int o = 0; o < out; o++)
            grow[o] += factor * d[o];
    }
    for (int o = 0; o < out; o++)
        g[(long)in * out + o] += scale * d[o];
}

INLINE void pack_layer(const real *from, real *to, int in, int out, int unpack)
{
    memcpy(to, from, sizeof(real) * ((long)in * out + out));
}
