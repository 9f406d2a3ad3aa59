"""Times PyTorch in eager mode. Reads a job as JSON from the standard input, prints measurements as JSON.

The job: networks (name, sizes, activations, loss), batches, rounds, milliseconds. One thread; the last activation is part
of the model in inference, and part of the loss in training, as PyTorch's documentation advises.
"""
import json
import statistics
import sys
import time

import torch
from torch import nn

ACTIVATIONS = {
    "Identity": nn.Identity,
    "ReLU": nn.ReLU,
    "Sigmoid": nn.Sigmoid,
    "Tanh": nn.Tanh,
    "Softmax": lambda: nn.Softmax(dim=1),
}
LEARNING_RATE = 1e-7


def model_of(network, activations):
    layers = []
    for inputs, outputs, activation in zip(network["sizes"], network["sizes"][1:], activations):
        layers += [nn.Linear(inputs, outputs), ACTIVATIONS[activation]()]
    return nn.Sequential(*(layer for layer in layers if not isinstance(layer, nn.Identity)))


def forward_job(network, batch):
    model = model_of(network, network["activations"])
    inputs = [torch.randn(batch, network["sizes"][0]) for _ in range(max(2, 64 // batch))]

    def run(calls):
        with torch.inference_mode():
            for call in range(calls):
                model(inputs[call % len(inputs)])

    return run


def train_job(network, batch):
    outputs = network["sizes"][-1]
    model = model_of(network, network["activations"][:-1] + ["Identity"])
    optimizer = torch.optim.SGD(model.parameters(), lr=LEARNING_RATE)
    loss_of, targets = {
        "MeanSquaredError": (nn.MSELoss(), lambda: torch.randn(batch, outputs)),
        "BinaryCrossEntropy": (nn.BCEWithLogitsLoss(), lambda: torch.randint(0, 2, (batch, outputs)).float()),
        "CategoricalCrossEntropy": (nn.CrossEntropyLoss(), lambda: torch.randint(0, outputs, (batch,))),
    }[network["loss"]]
    rows = [(torch.randn(batch, network["sizes"][0]), targets()) for _ in range(max(2, 64 // batch))]

    def run(calls):
        for call in range(calls):
            inputs, target = rows[call % len(rows)]
            optimizer.zero_grad()
            loss_of(model(inputs), target).backward()
            optimizer.step()

    return run


def nanoseconds(run, calls):
    start = time.perf_counter_ns()
    run(calls)
    return (time.perf_counter_ns() - start) / calls


def measure(run, rounds, milliseconds):
    run(3)
    calls = 1
    while (cost := nanoseconds(run, calls)) * calls < milliseconds * 1e6 / 4:
        calls *= 2
    calls = max(1, int(milliseconds * 1e6 / cost))
    times = [nanoseconds(run, calls) for _ in range(rounds)]
    return statistics.median(times), min(times)


def main():
    job = json.load(sys.stdin)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    measurements = []
    for network in job["networks"]:
        for batch in job["batches"]:
            for mode, create in (("Forward", forward_job), ("Train", train_job)):
                median, best = measure(create(network, batch), job["rounds"], job["milliseconds"])
                measurements.append({"network": network["name"], "mode": mode, "batch": batch, "median": median, "best": best})
    json.dump({"version": torch.__version__, "measurements": measurements}, sys.stdout)


main()
