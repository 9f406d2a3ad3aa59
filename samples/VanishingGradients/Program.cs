using System.Globalization;
using Charts;
using NetGen.Activations;
using VanishingGradients;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var output = new OutputFolder(args);
output.Write("activations.svg", ActivationCurves.Draw());

Series sigmoid = LayerGradients.Of("sigmoid", seed => new SigmoidNetworks.Depth10(seed));
Series tanh = LayerGradients.Of("tanh", seed => new TanhNetworks.Depth10(seed));
Series relu = LayerGradients.Of("ReLU", seed => new ReLUNetworks.Depth10(seed));
Series[] chain = [Curve<Sigmoid<double>>.ByDepth("sigmoid", 20), Curve<Tanh<double>>.ByDepth("tanh", 20), Curve<ReLU<double>>.ByDepth("ReLU", 20)];
output.Write("vanishing-gradients.svg", new Picture(
    2,
    ByLayer(
        "4 hidden layers",
        LayerGradients.Of("sigmoid", seed => new SigmoidNetworks.Depth4(seed)),
        LayerGradients.Of("tanh", seed => new TanhNetworks.Depth4(seed)),
        LayerGradients.Of("ReLU", seed => new ReLUNetworks.Depth4(seed))),
    ByLayer(
        "7 hidden layers",
        LayerGradients.Of("sigmoid", seed => new SigmoidNetworks.Depth7(seed)),
        LayerGradients.Of("tanh", seed => new TanhNetworks.Depth7(seed)),
        LayerGradients.Of("ReLU", seed => new ReLUNetworks.Depth7(seed))),
    ByLayer("10 hidden layers", sigmoid, tanh, relu),
    new LineChart("Derivative of f(f(…f(1)))", "applications of f", "derivative", chain) { LogarithmicY = true })
{ PanelHeight = 280 });

Console.WriteLine("Gradient of the first layer of 11, times that of the last:");
foreach (Series series in (Series[])[sigmoid, tanh, relu])
    Console.WriteLine($"{series.Name,-8} {Share(series):0.0e0}");
bool isVanishing = Share(sigmoid) < 1e-4 && Share(relu) > 0.05;

// f(f(…f(1))) ten times, worked out outside of this library.
Console.WriteLine($"Derivative of ten sigmoids in a row {chain[0].Points[9].Y:0.000000e0}, of ten tanh {chain[1].Points[9].Y:F6}.");
bool isAsWorkedOut = IsClose(chain[0].Points[9].Y, 2.784767175817587e-7) && IsClose(chain[1].Points[9].Y, 0.04091204196912885);
return isVanishing && isAsWorkedOut ? 0 : 1;

static LineChart ByLayer(string title, params Series[] series) =>
    new(title, "layer", "norm of the gradient", series) { LogarithmicY = true };

static double Share(Series norms) => norms.Points[0].Y / norms.Points[^1].Y;

static bool IsClose(double value, double expected) => Math.Abs((value / expected) - 1) < 1e-9;
