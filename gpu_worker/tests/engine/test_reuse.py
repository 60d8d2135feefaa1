"""Keys and values that are there already are used again, and never another blend's."""

from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.engine.stepping import Stepper, read, running, submit, take
from gpu_worker.tests.engine.worlds import ADAPTERS, CONTEXT, Case, World


def _reused(engine: LocalEngine, case: Case) -> int:
    """Serve a request exactly; return how many of its tokens were there."""
    before = engine.stats().reused_tokens
    assert read(submit(engine, case)) == case.tokens
    return engine.stats().reused_tokens - before


def test_a_shared_system_prompt_is_reused_by_the_same_adapter_alone(world: World) -> None:
    shared = world.prompt(30)
    with running(world, slots=16) as engine:
        for name in (*ADAPTERS, None):
            assert _reused(engine, world.case(name, 6, 4, before=shared)) == 0
            assert _reused(engine, world.case(name, 6, 4, before=shared)) == len(shared)
        blend = {"all": 0.5, "mlp": 0.5}
        assert _reused(engine, world.case(blend, 6, 4, before=shared)) == 0
        assert _reused(engine, world.case({"all": 0.4, "mlp": 0.6}, 6, 4, before=shared)) == 0
        assert _reused(engine, world.case(blend, 6, 4, before=shared)) == len(shared)


def test_earlier_turns_of_a_conversation_are_reused_all_but_the_last_token(world: World) -> None:
    stepper = Stepper()
    with running(world, observer=stepper) as engine:
        turn = world.case("all", 40, 6)
        assert _reused(engine, turn) == 0
        for _ in range(3):
            seen = [*turn.prompt, *turn.tokens]
            turn = world.case("all", 7, 6, before=seen)
            steps = engine.stats().steps
            assert _reused(engine, turn) == len(seen) - 1
            assert engine.stats().steps - steps == 6, "its first token came with the first step"


def test_the_same_prompt_again_computes_its_last_token_alone(world: World) -> None:
    case = world.case("mlp", 25)
    with running(world) as engine:
        assert _reused(engine, case) == 0
        assert _reused(engine, case) == len(case.prompt) - 1


def test_what_a_running_request_computed_is_copied(world: World) -> None:
    case, stepper = world.case("mlp", 25), Stepper()
    with running(world, observer=stepper) as engine:
        stepper.hold(engine)
        first = iter(submit(engine, case))
        stepper.step()
        second = submit(engine, case)
        assert take(first, 1) == case.tokens[:1]
        stepper.let_go()
        assert read(second) == case.tokens
        assert read(first) == case.tokens[1:]
        assert engine.stats().reused_tokens == len(case.prompt) - 1


def test_a_prompt_of_one_token_is_served(world: World) -> None:
    cases = [world.case(name, 1) for name in ("all", None)]
    with running(world) as engine:
        assert [_reused(engine, case) for case in cases] == [0, 0]


def test_what_shares_little_leaves_the_other_conversation_whole(world: World) -> None:
    shared = world.prompt(10)
    long = world.case("all", 60, 6, before=shared)
    with running(world) as engine:
        assert _reused(engine, long) == 0
        assert _reused(engine, world.case("all", 5, 4, before=shared)) == len(shared)
        again = world.case("all", 5, 4, before=[*long.prompt, *long.tokens])
        assert _reused(engine, again) == len(long.prompt) + len(long.tokens) - 1


def test_slots_are_bounded_and_the_least_recently_used_goes_first(world: World) -> None:
    with running(world, slots=2, running=2) as engine:
        first, second = world.case(None, 30, 4), world.case(None, 30, 4)
        assert _reused(engine, first) == _reused(engine, second) == 0
        turn = world.case(None, 5, 4, before=[*first.prompt, *first.tokens])
        assert _reused(engine, turn) == 33
        third = world.case(None, 30, 4)
        assert _reused(engine, third) == 0
        assert _reused(engine, world.case(None, 5, 4, before=[*turn.prompt, *turn.tokens])) == 42
        assert _reused(engine, world.case(None, 5, 4, before=second.prompt)) == 0, "evicted"
        for _ in range(6):
            _reused(engine, world.case("all", 30, 2))
        stats = engine.stats()
        assert (stats.slots, stats.cached_tokens) == (2, 2 * 31)
        assert all(keys.shape[0] == 2 for keys, _ in engine._slots.layers)
        assert all(keys.shape[2] == CONTEXT for keys, _ in engine._slots.layers)


def test_conversations_taking_turns_in_random_order_stay_exact(world: World) -> None:
    """Given fewer slots than conversations, whose adapters change from turn to turn."""
    names = (*ADAPTERS, None)
    talks: list[list[int]] = [world.prompt(12) for _ in range(5)]
    with running(world, slots=3, running=3) as engine:
        for _ in range(6):
            chosen = world.rng.permutation(5)[:3].tolist()
            cases = [
                world.case(names[int(world.rng.integers(3))], 4, 4, before=talks[at])
                for at in chosen
            ]
            streams = [submit(engine, case) for case in cases]
            assert [read(stream) for stream in streams] == [case.tokens for case in cases]
            for at, case in zip(chosen, cases, strict=True):
                talks[at] = [*case.prompt, *case.tokens]
        before = engine.stats().reused_tokens
        last = world.case(cases[-1].blend, 4, 4, before=talks[chosen[-1]])
        assert read(submit(engine, last)) == last.tokens
        assert engine.stats().reused_tokens > before, "nobody has taken its slot meanwhile"
