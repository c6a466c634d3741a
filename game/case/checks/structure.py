"""Structure: can every node be reached, can nobody get stuck, can everything asked for be given."""

from collections import deque
from collections.abc import Iterator
from itertools import chain

from game.case.declared import Disclosure
from game.case.model import Case
from game.case.nodes import Change, Node, Reply, Route
from game.case.problems import Place

Found = tuple[str, Place, dict[str, object]]


def structure_problems(case: Case) -> Iterator[Found]:
    """Problems of the graph and of what the case declares."""
    yield from _scenes(case)
    yield from _shapes(case)
    yield from _reach(case)
    yield from _loops(case)
    yield from _patience(case)
    yield from _harms(case)
    yield from _secrets(case)
    yield from _problem_facts(case)


def replies_of(case: Case) -> Iterator[Reply]:
    """Every reply of a case."""
    return chain.from_iterable(node.replies for node in case.nodes.values())


def ways_from(node: Node) -> Iterator[str]:
    """The nodes that a node can lead to by itself, by a reply or by its timer."""
    routes: Iterator[Route] = chain(node.go, *(reply.go for reply in node.replies))
    yield from (route.to for route in routes if route.to not in ("stay", "back"))
    if node.timer:
        yield node.timer.go


def _scenes(case: Case) -> Iterator[Found]:
    """A scene begins where its start is entered, so that no two can have the same."""
    first: dict[str, str] = {}
    for scene in case.scenes:
        if scene.start in first:
            yield "S025", scene.at.at("start"), {"scene": scene.id, "other": first[scene.start]}
        first.setdefault(scene.start, scene.id)


def _shapes(case: Case) -> Iterator[Found]:
    for node in case.nodes.values():
        yield from shapes_of(node)


def shapes_of(node: Node) -> Iterator[Found]:
    """Problems of a node by itself: whether it goes on, in one way, and never leaves nothing."""
    if not (node.replies or node.go or node.end is not None or node.exit is not None):
        yield "S002", node.at.place, {"node": node.id}
    if sum(key in node.at.keys for key in ("replies", "go", "end", "exit")) > 1:
        yield "S003", node.at.place, {"node": node.id}
    if node.end is not None and node.letter is None:
        yield "S013", node.at.place, {"node": node.id}
    if not node.replies and any(way.to == "stay" or way.aside for way in node.go):
        yield "S024", node.at.at("go"), {"node": node.id}
    if node.replies and not any(r.when is None and not r.once for r in node.replies):
        yield "S011", node.at.at("replies"), {"node": node.id}


def _reach(case: Case) -> Iterator[Found]:
    reached = _reached(case)
    for node in case.nodes.values():
        if node.id not in reached:
            yield "S001", node.at.place, {"node": node.id}
    if not any(case.nodes[name].end for name in reached):
        yield "S005", case.at.place, {}


def _reached(case: Case) -> set[str]:
    leaves = (scene.leaves for scene in case.scenes)
    others = (*leaves, case.free_text.unclear if case.free_text else None)
    queue = deque([case.scenes[0].start, *(one for one in others if one)])
    reached = set(queue)
    while queue:
        for to in ways_from(case.nodes[queue.popleft()]):
            if to not in reached:
                reached.add(to)
                queue.append(to)
    return reached


def _loops(case: Case) -> Iterator[Found]:
    """A ring of nodes that go on by themselves would never let the trainee speak."""
    told: set[str] = set()
    for start in case.nodes.values():
        seen, node = [start.id], start
        while not node.replies and len(node.go) == 1 and node.go[0].to in case.nodes:
            node = case.nodes[node.go[0].to]
            if node.id in seen:
                ring = seen[seen.index(node.id) :]
                if not told.intersection(ring):
                    yield "S004", node.at.place, {"nodes": " → ".join([*ring, node.id])}
                told.update(ring)
                break
            seen.append(node.id)


def changes_in(changes: tuple[Change, ...]) -> Iterator[Change]:
    """Every change, those under a condition too."""
    for change in changes:
        yield change
        yield from changes_in(change.then)


def _patience(case: Case) -> Iterator[Found]:
    if all(scene.leaves for scene in case.scenes):
        return
    everything: list[Node | Reply] = [*case.nodes.values(), *replies_of(case)]
    for one in everything:
        if any(c.name == "patience" and c.by < 0 for c in changes_in(one.do)):
            yield "S006", one.at.at("do"), {}
            return


def _harms(case: Case) -> Iterator[Found]:
    mended = {
        act.target for reply in replies_of(case) for act in reply.acts
        if act.name == "apologise" and act.level == 2
    }  # fmt: skip
    for harm in case.harms.values():
        everything: list[Node | Reply] = [*case.nodes.values(), *replies_of(case)]
        done = any(harm.id in one.hurts for one in everything)
        if harm.by == "agent" and done and harm.id not in mended:
            yield "S007", harm.at.place, {"harm": harm.id}


def _secrets(case: Case) -> Iterator[Found]:
    told = {secret for reply in replies_of(case) for secret in reply.tells}
    told |= {secret for node in case.nodes.values() for secret in node.tells}
    for secret in case.hidden.values():
        if secret.told is Disclosure.NEVER and secret.id in told:
            yield "S018", secret.at.at("told"), {"hidden": secret.id}
        if (secret.told is Disclosure.NEAR) != bool(secret.near):
            yield "S019", secret.at.at("told"), {"hidden": secret.id}
        elif secret.told is not Disclosure.NEVER and secret.id not in told and not secret.near:
            yield "S008", secret.at.place, {"hidden": secret.id}
    for reply in replies_of(case):
        for name in reply.denies:
            if case.hidden[name].denies is None and reply.answer is None:
                yield "S020", reply.at.at("denies"), {"hidden": name}


def _problem_facts(case: Case) -> Iterator[Found]:
    solved = {fact for reply in replies_of(case) for fact in reply.solves}
    solved |= {fact for node in case.nodes.values() for fact in node.solves}
    for fact in case.problem.values():
        if fact.when is None and fact.id not in solved:
            yield "S009", fact.at.place, {"fact": fact.id}
    yield from _derived(case)
    for feeling in case.feels.values():
        for need in feeling.needs:
            if not any(reply.meets(feeling.id, need) for reply in replies_of(case)):
                values: dict[str, object] = {"feeling": feeling.id, "need": need.value}
                yield "S010", feeling.at.place, values
    for deed in case.deeds.values():
        if not any(reply.thanks_for(deed.id) for reply in replies_of(case)):
            yield "S012", deed.at.place, {"deed": deed.id}


def _derived(case: Case) -> Iterator[Found]:
    """A fact with `when` follows its variables: solving it by hand would change nothing."""
    derived = {fact.id for fact in case.problem.values() if fact.when is not None}
    everything: list[Node | Reply] = [*case.nodes.values(), *replies_of(case)]
    for one in everything:
        for key, facts in (("solves", one.solves), ("undoes", one.undoes)):
            for fact in facts:
                if fact in derived:
                    yield "S014", one.at.at(key), {"field": key, "fact": fact}
