namespace NetGen.GeneratorTests.Reference;

/// <summary>A built-in activation, or a struct of the test's own with its maths in double.</summary>
internal sealed record ActivationSpec(Activation BuiltIn, OwnActivation? Own = null)
{
    public static implicit operator ActivationSpec(Activation activation) => new(activation);

    public static implicit operator ActivationSpec(OwnActivation own) => new(LayerInfo.OwnActivation, own);

    public override string ToString() => Own is null ? BuiltIn.ToString() : Own.TypeName;
}

/// <summary>An activation written in the test: C# text for the generated side, delegates for the interpreter.</summary>
internal sealed record OwnActivation(string TypeName, string TypeExpression, string Source, Func<double, double> Value, Func<double, double> Derivative);
