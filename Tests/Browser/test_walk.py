# SPDX-License-Identifier: Apache-2.0
"""The whole way of one concern in Chromium, from who saw it to who acts and back, with scripts and without: a teacher's earlier report, a
PCSO's on a phone about the same child under another spelling, the desk that joins and decides, the teams that accept, the reply. On SQLite
and on PostgreSQL."""
from __future__ import annotations

import re

import pytest

from house import House, wait_until
from postgres_cluster import PostgresCluster
from sentinel_server import SentinelServer
from walking import Walker

REFERENCE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")
# The same child as two agencies wrote it down; a pair for each way of walking, since both ways walk in one region.
CHILDREN = {True: (("Marisa", "Ostmerefield"), ("Mariza", "Ostmerfeld")),
            False: (("Katharine", "Wyndlebrook"), ("Catherine", "Windelbrook"))}
TIME = r"\d{1,2} \w+ \d{4} at \d{1,2}:\d\d[ap]m"


@pytest.fixture(scope="module")
def engine(request) -> str:
    """Where the region is stored."""
    return request.param


@pytest.fixture(scope="module")
def house(engine, house, tmp_path_factory):
    """The region that all tests share, or one of its own in PostgreSQL."""
    if engine == "sqlite":
        yield house
        return
    cluster = PostgresCluster()
    server = SentinelServer(tmp_path_factory.mktemp("postgres") / "store", concerns=100, env={"SENTINEL_DATABASE_URL": cluster.create("walk")})
    try:
        yield House(server.start())
        assert server.stop() == 0, server.tail()
    finally:
        server.kill()
        cluster.remove()


def each_engine(*ways: object):
    """Marks a test to run on both engines; `ways` are the values of `scripts` on SQLite, the last of them on PostgreSQL too."""
    cases = [("sqlite", way) for way in ways] + [("postgres", ways[-1])]
    ids = [f"{engine}-{'scripts' if way else 'no-scripts'}" for engine, way in cases]
    return pytest.mark.parametrize(("engine", "scripts"), cases, ids=ids, indirect=["engine"])


@pytest.fixture
def people(browsing):
    """Opens walkers; what was wrong on any page is told when the walk is over."""
    walkers: list[Walker] = []

    def make(role: str, walk: str, scripts: bool, phone: bool = False) -> Walker:
        open_page = browsing.phone if phone else browsing.open
        walkers.append(Walker(open_page(role, scripts=scripts), f"{walk}-{role}", None if scripts else open_page()))
        return walkers[-1]

    yield make
    findings = [finding for walker in walkers for finding in walker.findings]
    assert not findings, "\n  ".join(["", *sorted(set(findings))])


def sent_by_teacher(teacher: Walker, given: str, family: str) -> str:
    """A school's concern: what was seen and about whom, then sent from the middle of the form."""
    teacher.go("/report").press("Start a report")
    teacher.fill(danger__now="no").press("Continue")
    teacher.fill(statement__text=f"{given} came in tired again, with a new phone that she hides.").press("Continue")
    teacher.fill(statement__how_known="saw", statement__when=(12, 11, 2026)).press("Continue")
    teacher.press("Continue")
    teacher.fill(crime=["child_sexual_exploitation"]).press("Continue")
    teacher.fill(setting=["!not_known"]).press("Continue").press("Continue")
    teacher.fill(person__subject_kind="child", person__given_names=given, person__family_name=family,
                 person__date_of_birth=(14, 3, 2012)).press("Send now")
    teacher.press("Send the report")
    return receipt(teacher)


def receipt(walker: Walker) -> str:
    """What a receipt promises: reference, desk, by when it decides, phone."""
    assert walker.heading == "Your report has arrived"
    words = " ".join(walker.text.split())
    assert re.search(rf"Reference {REFERENCE.pattern}", words) and re.search(rf"Milbury.* reads it and decides by {TIME}", words)
    assert re.search(r"ring 0[\d ]{9,}", words), words
    return REFERENCE.search(words)[0]


def written_by_pcso(pcso: Walker, given: str, family: str) -> None:
    """All that the form can hold, on a phone, up to the button that sends it."""
    pcso.go("/").follow("Report a concern").press("Start a report")
    assert pcso.heading == "Is anyone in danger now?"
    pcso.fill(danger__now="no", urgency__reason="He told her that he will fetch her again tonight.").press("Continue")
    pcso.fill(statement__text=f"{given} got out of a silver car by the station and would not say who drove.").press("Continue")
    assert pcso.heading == "How and when do you know?"
    pcso.fill(statement__how_known="saw", statement__when=(None, 11, 2026)).press("Continue")
    pcso.fill(crime=["child_sexual_exploitation"]).press("Continue")
    pcso.fill(setting=["vehicle_or_transport"]).press("Continue")
    pcso.fill(person__subject_kind="child", person__given_names=given, person__family_name=family,
              person__date_of_birth=(None, 3, 2012)).press("Continue")
    pcso.fill(person__address="18 Larkspur Road, Milbury", person__lives_in="milbury").press("Continue")
    assert pcso.heading == "Who and what else?"

    # What is no step of the way for police is offered beside it.
    for page, answers in (("What did the child or person say", {"child_words": "He is just a friend."}), ("What have you noticed?", {}),
                          ("More about them", {"person__sex": "female", "person__sex_said_by": "self", "person__ethnicity": "!not_asked",
                                               "person__language": "!refused"}),
                          ("What should be known to help them", {"person__disability": ["!not_known"],
                                                                 "person__identifier": "!not_applicable"})):
        pcso.follow(re.compile(re.escape(page))).fill(**answers).press("Continue")
        assert pcso.heading == "Who and what else?"

    def add(button: str, *pages: dict) -> None:
        pcso.press(button)
        for answers in pages:
            pcso.fill(**answers).press("Continue")
        assert pcso.heading == "Who and what else?"

    add("A person who may cause harm", {"person__description": "Male, 30s, silver car.", "person__relationship": "relationship_unknown"},
        {"person__has_contact_now": "yes"}, {"person__sex": "male"})
    add("Somebody in the household", {"person__given_names": "Dana", "person__family_name": family, "person__relationship": "parent",
                                      "person__lives_with_child": "yes", "person__lives_with_since": (None, None, 2019)})
    add("A place", {"place__kind": "station", "place__name": "Milbury station", "place__area": "milbury"})
    add("A vehicle", {"vehicle__mark": "QX12", "vehicle__description": "Silver hatchback, child seat in the back"})
    add("A phone number", {"phone__number": "07700 900123", "phone__whose": "hers, the new one"})
    add("An online account", {"account__platform": "snapchat", "account__handle": "milbury_silver_example"})
    add("A time missing", {"absence__from": (20, 11, 2026), "absence__to": (21, 11, 2026), "absence__found_at": "Milbury station"})
    for named in (family, "Male, 30s", "QX12", "07700 900123", "milbury_silver_example"):
        assert pcso.says(named), f"{named!r} is not on the list of who and what else"
    pcso.press("Continue")
    pcso.fill(family_told="!not_known", must_not_find_out="The man in the silver car").press("Continue")
    assert pcso.heading == "Check and send"
    for answer in ("Not asked", "Not known", "Did not want to say", "Does not apply"):
        assert pcso.says(answer), f"{answer!r} is not shown before sending"


def decided(desk: Walker, reference: str) -> None:
    """Hands the concern over by what the standard proposes."""
    desk.go(f"/concerns/{reference}").follow("Decide")
    desk.fill(outcome="hand_over", threshold="significant_harm").press("See where it goes")
    stops = desk.page.locator(".stops").inner_text()
    lead = desk.page.locator(".stops li", has_text="Leads").inner_text()
    assert "Central CSE" in lead, stops
    assert re.search(r"[Cc]hildren.s social care.*Milbury|Milbury.*[Cc]hildren.s social care", stops), stops
    desk.press("Decide: Hand over")  # the reason is asked for, and nothing typed is lost
    assert desk.says("There is a problem") and desk.page.title().startswith("Error: ")
    desk.fill(reason="Two agencies describe the same girl within two weeks; a man who drives is to fetch her tonight.")
    answer_gates(desk)
    desk.press("Decide: Hand over")
    assert desk.says("Decided. It is kept with your name and your reason."), desk.text


def answer_gates(desk: Walker) -> None:
    """The standard's own questions before a decision: the first answer of each."""
    names = desk.page.locator('[name^="gate."]').evaluate_all("all => [...new Set(all.map(e => e.name))]")
    for name in names:
        desk.tick(desk.page.locator(f'[name="{name}"]').first)


@pytest.mark.timeout(600)
@each_engine(True, False)
def test_the_whole_way_of_one_concern(request, house, people, scripts):
    (first, last), (heard, surname) = CHILDREN[scripts]
    walk = f"walk-{request.node.callspec.id}"

    school = sent_by_teacher(people("teacher", walk, scripts), first, last)
    pcso = people("pcso", walk, scripts, phone=True)
    written_by_pcso(pcso, heard, surname)

    # Within a second of the receipt the desk finds it, beside the school's.
    reader = house.person("co-ordinator")
    with pcso.page.expect_navigation(wait_until="commit"):
        pcso.page.get_by_role("button", name="Send the report").click()
    report = REFERENCE.search(pcso.page.url)[0]
    wait_until(lambda: report in reader.get("/desk").text and school in reader.get(f"/concerns/{report}").html, within=1)
    pcso.look()
    assert receipt(pcso) == report
    desk = people("co-ordinator", walk, scripts)
    desk.go("/desk")
    row = desk.page.locator("tr", has_text=report)
    assert surname in row.inner_text() and "other report" in row.inner_text() and "Nothing found" not in row.inner_text()
    with desk.page.expect_navigation():
        row.get_by_role("link").first.click()
    desk.look()

    # Why it may be the same child; the same; undone; the same again.
    piece = desk.page.locator(".piece", has=desk.page.locator(f'a[href*="{school}"]'))
    assert "new phone that she hides" in piece.inner_text()
    assert "may be the same person" in piece.inner_text()
    piece.locator("summary").first.click()
    assert re.search("name", piece.locator("details").first.inner_text(), re.I)
    desk.press("The same", within=piece)
    assert "The same ·" in piece.inner_text()
    desk.press("Undo", within=piece)
    assert piece.get_by_role("button", name="The same").count()
    desk.press("The same", within=piece)
    assert "The same ·" in piece.inner_text()

    desk.press("Take", within=desk.page.locator(".buttons").first)
    assert desk.says("You have it.")
    decided(desk, report)

    # The teams accept; what is to be done belongs to a named person and is finished by an outcome.
    central = accepted(people("central cse", walk, scripts), report)
    assert "/cases/" in central.page.url
    council = accepted(people("social worker", walk, scripts), report)
    assert council.says("Accepted.")
    act(central)

    # The reporter reads the reply that a named person chose and wrote.
    desk.go(f"/concerns/{report}")
    desk.page.locator("summary", has_text="Reply to the reporter").click()
    desk.fill(chosen="keep_telling", words="Thank you: what you wrote down of the car helped.").press("Send the reply")
    pcso.go("/my-reports")
    assert "1 new reply" in pcso.page.locator("tr", has_text=report).inner_text()
    pcso.follow(report)
    assert pcso.says("what you wrote down of the car helped") and not pcso.says(last)


def accepted(team: Walker, reference: str) -> Walker:
    team.go("/hand-overs")
    return team.press("Accept", within=team.page.locator("tr", has_text=reference))


def act(team: Walker) -> None:
    """An action with a named person and a due time, then its outcome."""
    team.page.locator("summary", has_text="Add an action").click()
    team.fill(action__words="Speak with the girl where she feels safe", action__due=(30, 11, 2026))
    team.page.locator('[name="action.due.time"]').fill("14:00")
    team.page.locator('[name="action.owner"]').select_option(index=1)
    team.press("Add the action")
    assert team.says("The action is set"), team.text
    team.page.locator("summary", has_text="Finish it").first.click()
    outcome = team.page.locator('[name^="finish.outcome-"]').first
    outcome.select_option("done")
    team.press("Finish", within=team.page.locator("form").filter(has=outcome))
    assert team.says("The action is finished")


@pytest.mark.timeout(300)
@each_engine(True)
def test_a_hand_over_refused_comes_back_marked_urgent(request, house, people, scripts):
    walk = f"refusal-{request.node.callspec.id}"
    reference = sent_by_teacher(people("teacher", walk, scripts), "Selda", "Quarrendon")
    desk = people("co-ordinator", walk, scripts)
    decided(desk, reference)
    team = people("central cse", walk, scripts)
    team.go("/hand-overs")
    with team.page.expect_navigation():
        team.page.locator("tr", has_text=reference).get_by_role("link", name="Refuse").click()
    team.look()
    team.press("Refuse it")
    assert team.says("There is a problem")
    team.fill(reason="not_our_work", words="The local co-ordinator should lead this one.").press("Refuse it")
    assert team.says("back at the desk, marked urgent")
    desk.go("/desk")
    row = desk.page.locator("tr", has_text=reference)
    assert "Urgent" in row.inner_text() and "a hand-over was refused" in row.inner_text(), row.inner_text()
    assert "The local co-ordinator should lead this one." in row.inner_text(), row.inner_text()
    desk.go(f"/concerns/{reference}")
    assert desk.says("The local co-ordinator should lead this one.")
