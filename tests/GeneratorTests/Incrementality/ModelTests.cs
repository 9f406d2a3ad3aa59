using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.GeneratorTests.Harness;
using NetGen.GeneratorTests.Reference;

namespace NetGen.GeneratorTests.Incrementality;

/// <summary>The models between the steps are plain values: nothing of Roslyn in them, and equal when made twice.</summary>
public class ModelTests
{
    private static readonly NetworkSpec[] Specs =
    [
        new([2, 4, 3, 1], [Activation.ReLU, Activation.ReLU, Activation.Sigmoid], Loss.BinaryCrossEntropy),
        new([70, 33, 5], [Activation.LeakyReLU, Activation.Softmax], Loss.CategoricalCrossEntropy) { Precision = Precision.Double, Bias = false },
        new([4, 8], [Activation.Identity], OwnOperators.RangewiseMeanAbsoluteError),
    ];

    [Fact]
    public void No_step_hands_on_an_object_of_Roslyn()
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        foreach ((string step, object value) in StepOutputs())
        {
            Walk(value, step, seen);
        }

        Assert.InRange(seen.Count, 20, int.MaxValue);
    }

    [Fact]
    public void Models_of_the_same_source_are_equal()
    {
        (string Step, object Value)[] first = [.. StepOutputs()], second = [.. StepOutputs()];
        Assert.Equal(first, second);
        Assert.Equal(first.Select(x => x.Value.GetHashCode()), second.Select(x => x.Value.GetHashCode()));
        Assert.All(first.Zip(second), x => Assert.False(ReferenceEquals(x.First.Value, x.Second.Value)));
    }

    private static IEnumerable<(string Step, object Value)> StepOutputs()
    {
        IEnumerable<string> files = Specs.Select((spec, i) => NetworkSource.File(spec, $"Network{i}")).Concat(NetworkSource.OwnOperatorFiles(Specs));
        GeneratorRunResult result = GeneratorRun.Of(TestCompilation.Create(files)).Result;
        return from step in TrackedSteps.OwnSteps(result)
               from run in step.Value
               from output in run.Outputs
               select (step.Key, output.Value);
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        Type type = value.GetType();
        Assert.False(type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{path} holds a {type}");
        Assert.False(value is Delegate, $"{path} holds a delegate");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, path + "[]", seen);
            }

            return;
        }

        foreach (FieldInfo field in Fields(type))
        {
            Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            foreach (FieldInfo field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
