"""What reading costs: time of one reply, of ten thousand, the start, and memory."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

from scoring.reading.context import Context
from scoring.reading.reader import Reader

MANY = 10_000
_START = """
import json, time
begun = time.perf_counter()
from scoring.reading.reader import Reader
reader = Reader.open()
opened = time.perf_counter()
reader.read("감사합니다.", "ko", __import__("scoring.reading.context").reading.context.Context())
warm = reader.warm()
ready = time.perf_counter()
# Not getrusage, which passes on what the parent held before it became this process.
status = open("/proc/self/status").read()
peak = int(status.partition("VmHWM:")[2].split()[0]) // 1024
print(json.dumps({"open s": round(opened - begun, 2), "warm s": round(ready - opened, 2),
                  "peak MB": peak, "tier": reader.tier}))
"""


def costs(replies: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Processor time of single replies, the start in a fresh process, and ten thousand replies."""
    for warm in (False, True):
        reader = Reader.open()
        if warm:
            reader.warm()
        yield {"figure": "one reply", "tier": reader.tier, **_singles(reader, replies)}
    ran = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, check=True)
    yield {"figure": "start in a fresh process", **json.loads(ran.stdout)}
    yield {"figure": f"{MANY} replies", "tier": reader.tier, **_many(reader, replies)}


def _singles(reader: Reader, replies: Sequence[str]) -> dict[str, float]:
    """Milliseconds of the processor, each reply as the next turn of one conversation."""
    context = Context(
        customer="어제 온다던 택배가 아직 안 왔어요. 오늘 저녁에 꼭 써야 하는데요.",
        feels={"late": "오늘 저녁에 못 쓸까 초조하다", "brushed": "아무도 답하지 않아 서운하다"},
        thank_for={"told": "먼저 전화해 알려 주었다"},
        steps=("오늘 저녁까지 물건이 도착한다", "언제 오는지 고객이 안다"),
        facts=("퀵으로 보내면 두 시간 걸린다", "퀵 요금은 회사가 낸다"),
    )
    reader.read("네.", "ko", context)
    times = []
    for reply in replies:
        begun = time.process_time()
        reader.read(reply, "ko", context)
        times.append((time.process_time() - begun) * 1e3)
    times.sort()
    at = {"median ms": 0.5, "p95 ms": 0.95}
    return {name: round(times[int(len(times) * share)], 1) for name, share in at.items()}


def _many(reader: Reader, replies: Sequence[str]) -> dict[str, float]:
    """Ten thousand replies, no two alike, in seconds of the clock and of the processor."""
    context = Context(customer="어제 온다던 택배가 아직 안 왔어요.")
    begun, spent = time.perf_counter(), time.process_time()
    for number in range(MANY):
        reader.read(f"{replies[number % len(replies)]} {number}번입니다.", "ko", context)
    return {
        "clock s": round(time.perf_counter() - begun, 1),
        "processor s": round(time.process_time() - spent, 1),
    }
