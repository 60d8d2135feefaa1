"""The GPU's gauges: nothing without one, and a scrape that no trouble with one can fail."""

from prometheus_client import CollectorRegistry

from gpu_worker.gpu_metrics import GpuGauges

GIB = 2**30


class FakeCuda:
    """Two GPUs, of which the second may be lost."""

    def __init__(self, *, used: bool = True, nvml: bool = True, lost: bool = False) -> None:
        self.used, self.nvml, self.lost = used, nvml, lost
        self.asked = 0

    def is_initialized(self) -> bool:
        return self.used

    def device_count(self) -> int:
        return 2

    def mem_get_info(self, device: int) -> tuple[int, int]:
        self.asked += 1
        if self.lost and device == 1:
            raise RuntimeError("CUDA error: device-side assert triggered")
        return 30 * GIB, 80 * GIB

    def memory_allocated(self, device: int) -> int:
        return (40 + device) * GIB

    def memory_reserved(self, device: int) -> int:
        return (45 + device) * GIB

    def utilization(self, device: int) -> int:
        if not self.nvml:
            raise ModuleNotFoundError("pynvml does not seem to be installed")
        return 75 - device


def scrape(cuda: FakeCuda) -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(GpuGauges(cuda))
    return registry


def test_memory_is_shown_by_device_and_by_whose_it_is() -> None:
    registry = scrape(FakeCuda())
    memory = {
        kind: registry.get_sample_value("otvet_gpu_memory_bytes", {"device": "1", "kind": kind})
        for kind in ("total", "used", "reserved", "allocated")
    }
    assert memory == {
        "total": 80 * GIB, "used": 50 * GIB, "reserved": 46 * GIB, "allocated": 41 * GIB,
    }  # fmt: skip
    assert registry.get_sample_value("otvet_gpu_utilisation_ratio", {"device": "0"}) == 0.75


def test_a_process_that_does_not_use_a_gpu_is_not_made_to() -> None:
    cuda = FakeCuda(used=False)
    assert [sample for metric in scrape(cuda).collect() for sample in metric.samples] == []
    assert cuda.asked == 0


def test_without_nvml_the_load_is_left_out_and_the_memory_is_not() -> None:
    registry = scrape(FakeCuda(nvml=False))
    assert registry.get_sample_value("otvet_gpu_utilisation_ratio", {"device": "0"}) is None
    assert registry.get_sample_value("otvet_gpu_memory_bytes", {"device": "0", "kind": "used"})


def test_a_lost_device_hides_itself_alone() -> None:
    registry = scrape(FakeCuda(lost=True))
    labels = {"kind": "used"}
    assert registry.get_sample_value("otvet_gpu_memory_bytes", {"device": "0", **labels})
    assert registry.get_sample_value("otvet_gpu_memory_bytes", {"device": "1", **labels}) is None


def test_torch_itself_is_asked_and_has_nothing_to_tell_here() -> None:
    registry = CollectorRegistry()
    registry.register(GpuGauges())
    assert {metric.name for metric in registry.collect()} == {
        "otvet_gpu_memory_bytes",
        "otvet_gpu_utilisation_ratio",
    }
