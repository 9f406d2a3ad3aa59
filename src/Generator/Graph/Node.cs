using NetGen.Generator.Model;

namespace NetGen.Generator.Graph;

/// <summary>A value <c>%Id</c> of shape [rows, Columns] and the op that computes it.</summary>
internal sealed record Node(int Id, Op Op, EquatableArray<int> Operands, int Columns)
{
    public override string ToString()
    {
        string operands = string.Join(", ", Operands.Select(id => $"%{id}"));
        string attributes = Op.Attributes.Length == 0 ? "" : $" {{{Op.Attributes}}}";
        return $"%{Id} = {Op.Name}({operands}){attributes} : [rows, {Columns}]";
    }
}
