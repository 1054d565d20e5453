"""Units of time as people write them behind a number, and the power of ten of a second that each is."""

from __future__ import annotations

# Longest first within each alternative matters not: a unit ends where its word ends.
UNITS: dict[str, int] = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "초"), 0),
    **dict.fromkeys(("ms", "msec", "msecs", "millis", "millisec", "millisecs", "millisecond", "milliseconds", "밀리초"), -3),
    **dict.fromkeys(
        ("us", "µs", "μs", "usec", "usecs", "µsec", "μsec", "micros", "microsec", "microsecs", "microsecond", "microseconds", "마이크로초"),
        -6,
    ),
    **dict.fromkeys(("ns", "nsec", "nsecs", "nanos", "nanosec", "nanosecs", "nanosecond", "nanoseconds", "나노초"), -9),
}
# The same unit in another size, in the same style of writing.
STYLES: tuple[dict[int, str], ...] = (
    {0: "s", -3: "ms", -6: "us", -9: "ns"},
    {0: "s", -3: "ms", -6: "µs", -9: "ns"},
    {0: "sec", -3: "msec", -6: "usec", -9: "nsec"},
    {0: "seconds", -3: "milliseconds", -6: "microseconds", -9: "nanoseconds"},
    {0: "second", -3: "millisecond", -6: "microsecond", -9: "nanosecond"},
    {0: "초", -3: "밀리초", -6: "마이크로초", -9: "나노초"},
)


def in_style(unit: str, power: int) -> str | None:
    """The unit of that power of ten, written as `unit` is; None where there is none."""
    return next((style[power] for style in STYLES if unit in style.values() and power in style), STYLES[0].get(power))
