using NetGen.Generator.Model;

namespace NetGen.Generator.Graph;

/// <summary>What a node computes, row by row. Operands are named in the summary of each op in their order.</summary>
internal abstract record Op
{
    /// <summary>The name of the op in the text form of a graph.</summary>
    public abstract string Name { get; }

    /// <summary>Number of operands.</summary>
    public abstract int Arity { get; }

    /// <summary>The attributes of the op in the text form of a graph.</summary>
    public virtual string Attributes => "";
}

/// <summary>Rows that the caller passes in. No operands.</summary>
internal sealed record InputOp(OperandRole Role) : Op
{
    public override string Name => "input";

    public override int Arity => 0;

    public override string Attributes => Role.ToString();
}

/// <summary>z = x·W + b. Operand: x.</summary>
internal sealed record DenseOp(DenseLayer Layer) : Op
{
    public override string Name => "dense";

    public override int Arity => 1;

    public override string Attributes => Layer.ToString();
}

/// <summary>a = f(z). Operand: z.</summary>
internal sealed record ActivationOp(int Layer, ActivationSpec Activation) : Op
{
    public override string Name => "activation";

    public override int Arity => 1;

    public override string Attributes => Activation.Name;
}

/// <summary>The loss of each row. Operands: outputs, targets.</summary>
internal sealed record LossOp(LossSpec Loss) : Op
{
    public override string Name => "loss";

    public override int Arity => 2;

    public override string Attributes => Loss.Name;
}

/// <summary>∂loss/∂outputs, and the loss with it. Operands: outputs, targets.</summary>
internal sealed record LossGradientOp(LossSpec Loss) : Op
{
    public override string Name => "loss-gradient";

    public override int Arity => 2;

    public override string Attributes => Loss.Name;
}

/// <summary>dz = dy · f′. Operands: dy, then what f′ needs of z and a (see <see cref="DerivativeOperands"/>).</summary>
internal sealed record ActivationGradientOp(int Layer, ActivationSpec Activation, DerivativeOperands Needs) : Op
{
    public override string Name => "activation-gradient";

    public override int Arity => Needs == DerivativeOperands.Both ? 3 : 2;

    public override string Attributes => $"{Activation.Name} from {Needs}";
}

/// <summary>dx = dz·Wᵀ. Operand: dz.</summary>
internal sealed record DenseInputGradientOp(DenseLayer Layer) : Op
{
    public override string Name => "dense-input-gradient";

    public override int Arity => 1;

    public override string Attributes => Layer.ToString();
}

/// <summary>dW += xᵀ·dz and db += Σ dz, summed over the rows. Operands: x, dz.</summary>
internal sealed record DenseParameterGradientOp(DenseLayer Layer) : Op
{
    public override string Name => "dense-parameter-gradient";

    public override int Arity => 2;

    public override string Attributes => Layer.ToString();
}
