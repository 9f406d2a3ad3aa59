using NetGen.Generator.Model;

namespace NetGen.Generator.Schedule;

/// <summary>Consecutive steps of a method, or of a method of their own where it would be too long.</summary>
/// <param name="Name">What the name of their own method ends with, or an empty string.</param>
/// <param name="Steps">The steps.</param>
internal sealed record StepPart(string Name, EquatableArray<Step> Steps)
{
    public bool IsSeparate => Name.Length > 0;
}
