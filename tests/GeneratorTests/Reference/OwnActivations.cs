namespace NetGen.GeneratorTests.Reference;

/// <summary>Activations a user might write.</summary>
internal static class OwnActivations
{
    /// <summary>A function given by two expressions in <c>z</c> over <c>TSimd</c> and by its maths in double.</summary>
    public static OwnActivation Scalar(string name, string value, string derivative, Func<double, double> reference, Func<double, double> referenceDerivative) =>
        new(
            name,
            $"typeof({name}<>)",
            $$"""
            internal readonly struct {{name}}<T> : global::NetGen.IActivation<T>
                where T : unmanaged, global::System.Numerics.IBinaryFloatingPointIeee754<T>
            {
                public static TVector Invoke<TVector, TSimd>(TVector z)
                    where TVector : struct
                    where TSimd : struct, global::NetGen.ISimd<TVector, T> => {{value}};

                public static TVector Derivative<TVector, TSimd>(TVector z, TVector a)
                    where TVector : struct
                    where TSimd : struct, global::NetGen.ISimd<TVector, T> => {{derivative}};
            }
            """,
            reference,
            referenceDerivative);
}
