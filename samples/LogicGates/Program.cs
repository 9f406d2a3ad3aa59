using System.Globalization;
using LogicGates;

const int seed = 1;
const int rounds = 2000;
const float learningRate = 0.5f;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var or = new TruthTable("OR", [0, 1, 1, 1]);
var orGate = new OrGate(seed);
or.Teach(orGate, rounds, learningRate);

var xor = new TruthTable("XOR", [0, 1, 1, 0]);
var xorGate = new XorGate(seed);
xor.Teach(xorGate, rounds, learningRate);

bool orIsRight = or.Check(orGate);
bool xorIsRight = xor.Check(xorGate);
return orIsRight && xorIsRight ? 0 : 1;
