"""A progress bar for the terminal, and single lines where there is none."""

from django.core.management.base import OutputWrapper

WIDTH = 32


class Progress:
    """`step("what")` once for each of `total` things."""

    def __init__(self, out: OutputWrapper, total: int) -> None:
        self.out = out
        self.total = max(total, 1)
        self.done = 0
        self.terminal = out.isatty() if hasattr(out, "isatty") else False

    def step(self, what: str) -> None:
        self.done += 1
        if self.terminal:
            filled = WIDTH * self.done // self.total
            bar = "█" * filled + "·" * (WIDTH - filled)
            self.out.write(f"\r{bar} {100 * self.done // self.total:3d}%  {what[:40]:<40}", ending="")
            if self.done == self.total:
                self.out.write("")
        elif self.done == self.total or self.done % max(self.total // 10, 1) == 0:
            self.out.write(f"{100 * self.done // self.total:3d}%")
        self.out.flush()
