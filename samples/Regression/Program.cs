using System.Globalization;
using Charts;
using Regression;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var output = new OutputFolder(args);
bool isParabolaRight = Parabola.Run(output);
bool areSumsRight = Sums.Run(output);
return isParabolaRight && areSumsRight ? 0 : 1;
