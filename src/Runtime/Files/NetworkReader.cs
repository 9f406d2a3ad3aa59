using System.Numerics;

namespace NetGen.Files;

/// <summary>Reads the parameters of a network out of a file: all checks, then all writes.</summary>
internal sealed class NetworkReader<T>(SafeTensorsFile file, ModelFileOptions options)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Read(INetwork<T> network)
    {
        ReadOnlySpan<LayerInfo> layers = network.GetLayers();
        List<LayerTensor> tensors = LayerTensor.Of(layers, options.Names.ForReading(layers, file), options.Layout);
        foreach (LayerTensor tensor in tensors)
            Check(tensor);
        if (!options.IgnoreExtraTensors)
            RequireNoOther(tensors);

        Span<T> parameters = network.Parameters;
        foreach (LayerTensor tensor in tensors)
        {
            TensorInfo source = file.Get(tensor.Name);
            foreach (TensorBlock block in tensor.Blocks)
                block.ToParameters(file.Bytes(source), source.Type, parameters);
        }
    }

    private void Check(LayerTensor tensor)
    {
        TensorInfo found = file.Get(tensor.Name);
        file.RequireReadable<T>(found);
        if (!found.Shape.SequenceEqual(tensor.Shape))
            throw file.Error(tensor.Name, $"its shape is {TensorInfo.ShapeText(found.Shape)}, but {TensorInfo.ShapeText(tensor.Shape)} is expected");
        file.RequireValues<T>(found, options.RequireFinite);
    }

    private void RequireNoOther(List<LayerTensor> tensors)
    {
        HashSet<string> names = [.. tensors.Select(x => x.Name)];
        if (file.Tensors.FirstOrDefault(x => !names.Contains(x.Name) && !ScalingFiles.IsScaling(x.Name)) is { } extra)
            throw file.Error(extra.Name, $"the network does not take it; {nameof(ModelFileOptions.IgnoreExtraTensors)} allows it");
    }
}
