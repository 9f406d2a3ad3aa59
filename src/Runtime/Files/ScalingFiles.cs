using System.Numerics;
using NetGen.Data;

namespace NetGen.Files;

/// <summary>Saves the scaling of features or targets with the model that was trained on them, and reads it again.</summary>
/// <remarks>
/// The tensors are <c>scaling.</c><i>name</i><c>.shift</c> and <c>.scale</c>, one number a column. A network that is loaded from the
/// file does not count them as extra tensors.
/// </remarks>
public static class ScalingFiles
{
    private const string Prefix = "scaling.";

    /// <summary>Adds a scaling.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="builder">What it is added to.</param>
    /// <param name="name">What is scaled, such as <c>inputs</c>; new among the scalings of the file.</param>
    /// <param name="scaling">The scaling.</param>
    /// <returns>The builder itself.</returns>
    /// <exception cref="ArgumentException">The name is empty or not new; nothing is added.</exception>
    public static SafeTensorsBuilder AddScaling<T>(this SafeTensorsBuilder builder, string name, AffineScaling<T> scaling)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(scaling);
        return builder.Add(ShiftName(name), scaling.Shift).Add(ScaleName(name), scaling.Scale);
    }

    /// <summary>Reads a scaling.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; the file may hold any floating-point type.</typeparam>
    /// <param name="file">The file.</param>
    /// <param name="name">The name that it was added by.</param>
    /// <exception cref="ModelFileException">There is none, or its numbers are not finite, or a scale is 0.</exception>
    public static AffineScaling<T> ReadScaling<T>(this SafeTensorsFile file, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrEmpty(name);
        T[] shift = file.Read<T>(ShiftName(name)), scale = file.Read<T>(ScaleName(name));
        try
        {
            return new AffineScaling<T>(shift, scale);
        }
        catch (ArgumentException exception)
        {
            throw new ModelFileException(file.FileName, ScaleName(name), $"it is no scaling ({exception.Message})", exception);
        }
    }

    /// <summary>Whether a tensor belongs to a scaling.</summary>
    internal static bool IsScaling(string tensor) => tensor.StartsWith(Prefix, StringComparison.Ordinal);

    private static string ShiftName(string name) => $"{Prefix}{name}.shift";

    private static string ScaleName(string name) => $"{Prefix}{name}.scale";
}
