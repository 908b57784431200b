"""The curves as a drawing: time to answer over the number of pages, both axes in powers of ten."""

from math import log10

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 360, 70, 50, 20, 150
LINE = 14
"""Between labels."""
NAMES = {"search": "search here", "admin": "admin here", "chooser": "chooser here", "stock": "stock Wagtail"}
COLOURS = {"search": "#0b6b5d", "admin": "#6a3fa0", "chooser": "#8a6d00", "stock": "#b3261e"}


def curves(measured: list[dict]) -> str:
    """An SVG of the 95th percentiles."""
    sizes = [row["pages"] for row in measured]
    most = max(row[what]["p95"] for row in measured for what in NAMES if what in row)
    lines = {what: [(row["pages"], row[what]["p95"]) for row in measured if what in row] for what in NAMES}

    def place(pages: float, ms: float) -> tuple[float, float]:
        across = (log10(pages) - log10(sizes[0])) / max(log10(sizes[-1]) - log10(sizes[0]), 1e-9)
        up = log10(max(ms, 1)) / log10(max(most, 10) * 1.2)
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - BOTTOM - TOP)

    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
            ' font-family="sans-serif" font-size="12">'
        ),
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for power in range(int(log10(most)) + 1):
        x, y = place(sizes[0], 10**power)
        end = WIDTH - RIGHT
        parts.append(f'<path d="M{x} {y:.0f}H{end}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.0f}" text-anchor="end">{10**power:,} ms</text>')
    for size in sizes:
        x, y = place(size, 1)
        parts.append(f'<text x="{x:.0f}" y="{y + 18:.0f}" text-anchor="middle">{size:,}</text>')
    parts.append(
        f'<text x="{LEFT}" y="{HEIGHT - 8}">pages in each of four languages; 95th percentile of an answer</text>'
    )
    labels: list[tuple[float, float, str, str]] = []
    for what, points in lines.items():
        if points:
            at = [place(*point) for point in points]
            path = " ".join(f"{x:.0f},{y:.0f}" for x, y in at)
            parts.append(
                f'<polyline points="{path}" fill="none" stroke="{COLOURS[what]}" stroke-width="2.5"/>'
            )
            labels.append((*at[-1], what, f"{NAMES[what]}: {points[-1][1]:,.0f} ms"))
    lowest = 0.0
    for x, y, what, label in sorted(labels, key=lambda one: one[1]):
        lowest = max(y + 4, lowest + LINE)
        parts.append(f'<text x="{x + 8:.0f}" y="{lowest:.0f}" fill="{COLOURS[what]}">{label}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
