using System.Numerics;

namespace NetGen.RuntimeTests.Numerics;

/// <summary>The elementary functions as operators, so that the drivers can run them.</summary>
public static class Operators
{
    public readonly struct Exp<T> : IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static TVector Invoke<TVector, TSimd>(TVector z)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => TSimd.Exp(z);

        public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => throw new NotSupportedException();
    }

    public readonly struct Expm1<T> : IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static TVector Invoke<TVector, TSimd>(TVector z)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => TSimd.Expm1(z);

        public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => throw new NotSupportedException();
    }

    public readonly struct Log<T> : IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static TVector Invoke<TVector, TSimd>(TVector z)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => TSimd.Log(z);

        public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => throw new NotSupportedException();
    }

    public readonly struct Log1p<T> : IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static TVector Invoke<TVector, TSimd>(TVector z)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => TSimd.Log1p(z);

        public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => throw new NotSupportedException();
    }

    public readonly struct Tanh<T> : IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static TVector Invoke<TVector, TSimd>(TVector z)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => TSimd.Tanh(z);

        public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => throw new NotSupportedException();
    }

    public readonly struct Sigmoid<T> : IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static TVector Invoke<TVector, TSimd>(TVector z)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => TSimd.Sigmoid(z);

        public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => throw new NotSupportedException();
    }

    public readonly struct Softplus<T> : IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static TVector Invoke<TVector, TSimd>(TVector z)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => TSimd.Softplus(z);

        public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => throw new NotSupportedException();
    }

    public readonly struct Erf<T> : IActivation<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public static TVector Invoke<TVector, TSimd>(TVector z)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => TSimd.Erf(z);

        public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
            where TVector : struct
            where TSimd : struct, ISimd<TVector, T> => throw new NotSupportedException();
    }
}
