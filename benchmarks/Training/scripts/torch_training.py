"""Trains one network with PyTorch on one thread; prints the seconds and the accuracy as JSON."""
import json
import sys
import time

import numpy
import torch
from torch import nn

job = json.loads(sys.argv[1])
torch.set_num_threads(1)
torch.manual_seed(job["seed"])
sizes = job["sizes"]
binary = sizes[-1] == 1


def rows(part):
    name = f"{job['folder']}/{job['name']}.{part}"
    x = torch.from_numpy(numpy.fromfile(name + ".x", dtype=numpy.float32).reshape(-1, sizes[0]))
    y = torch.from_numpy(numpy.fromfile(name + ".y", dtype=numpy.float32))
    return x, y.reshape(-1, 1) if binary else y.long()


def make():
    hidden = nn.ReLU() if job["activation"] == "ReLU" else nn.Tanh()
    model = nn.Sequential(nn.Linear(sizes[0], sizes[1]), hidden, nn.Linear(sizes[1], sizes[2]))
    return model, torch.optim.Adam(model.parameters(), lr=job["learningRate"])


def train(x, y, model, optimizer, epochs):
    criterion = nn.BCEWithLogitsLoss() if binary else nn.CrossEntropyLoss()
    for _ in range(epochs):
        order = torch.randperm(len(x))
        for start in range(0, len(x), job["batchSize"]):
            batch = order[start:start + job["batchSize"]]
            optimizer.zero_grad()
            loss = criterion(model(x[batch]), y[batch])
            loss.backward()
            optimizer.step()


x, y = rows("train")
few = 20 * job["batchSize"]
train(x[:few], y[:few], *make(), 1)  # warms up

start = time.perf_counter()
model, optimizer = make()
train(x, y, model, optimizer, job["epochs"])
seconds = time.perf_counter() - start

x, y = rows("test")
with torch.no_grad():
    outputs = model(x)
right = (outputs > 0) == (y > 0.5) if binary else outputs.argmax(1) == y
print(json.dumps({"seconds": seconds, "accuracy": right.float().mean().item()}))
