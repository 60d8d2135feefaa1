"""The three shapes of query that nearly every panel has."""

RATE = "$__rate_interval"


def rate(counter: str, by: str = "", window: str = RATE) -> str:
    """Per second, summed over all processes."""
    grouped = f" by ({by})" if by else ""
    return f"sum{grouped} (rate({counter}[{window}]))"


def quantile(share: float, histogram: str, by: str = "", where: str = "") -> str:
    """A quantile over all processes; ``by`` are more labels than the bucket's."""
    labels = f"le, {by}" if by else "le"
    return (
        f"histogram_quantile({share}, sum by ({labels}) (rate({histogram}_bucket{where}[{RATE}])))"
    )


def share(part: str, whole: str) -> str:
    """A part of the whole; nothing while there is no whole."""
    return f"{part} / ({whole} > 0)"


def buckets(histogram: str, where: str = "") -> str:
    """For a heatmap."""
    return f"sum by (le) (increase({histogram}_bucket{where}[{RATE}]))"
