// Weights [out][in], PyTorch's layout: every output is a dot product.
INLINE void dense(const real *restrict w, const real *restrict x, real *restrict z, int in, int out)
{
    const real *b = w + (long)in * out;
    for (int o = 0; o < out; o++)
    {
        real sum = b[o];
        for (int k = 0; k < in; k++)
            sum += x[k] * w[(long)o * in + k];
        z[o] = sum;
    }
}

// Adds scale·d·xᵀ to g, and writes Wᵀ·d to dx, before that, unless it is null; g may be w.
INLINE void dense_backward(const real *w, real *g, const real *restrict x, const real *restrict d, real *restrict dx,
                           int in, int out, real scale)
{
    for (int k = 0; dx && k < in; k++)
        dx[k] = 0;
    for (int o = 0; o < out; o++)
    {
        const real *row = w + (long)o * in;
        for (int k = 0; dx && k < in; k++)
            dx[k] += d[o] * row[k];
        real factor = scale * d[o], *restrict grow = g + (long)o * in;
        for (int k = 0; k < in; k++)
            grow[k] += factor * x[k];
        g[(long)in * out + o] += factor;
    }
}

INLINE void pack_layer(const real *from, real *to, int in, int out, int unpack)
{
    for (int k = 0; k < in; k++)
        for (int o = 0; o < out; o++)
        {
            long ours = (long)o * in + k, theirs = (long)k * out + o;
            to[unpack ? theirs : ours] = from[unpack ? ours : theirs];
        }
    memcpy(to + (long)in * out, from + (long)in * out, sizeof(real) * out);
}
