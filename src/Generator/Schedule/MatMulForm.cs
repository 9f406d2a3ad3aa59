namespace NetGen.Generator.Schedule;

/// <summary>The three products that dense layers and their gradients are made of; B is [Inner, Columns] row-major.</summary>
internal enum MatMulForm
{
    /// <summary>C[rows, Columns] = A[rows, Inner] · B.</summary>
    Product,

    /// <summary>C[rows, Inner] = A[rows, Columns] · Bᵀ: a dot product per element.</summary>
    ProductTransposed,

    /// <summary>C[Inner, Columns] += A[rows, Inner]ᵀ · B[rows, Columns]: a sum of outer products.</summary>
    OuterSum,

    /// <summary>C[1, Inner] = A[1, Columns] · Bᵀ, then B += xᵀ · A in the same pass: the step of a layer.</summary>
    Step,
}
