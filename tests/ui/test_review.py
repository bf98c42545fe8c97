"""The review as reviewers use it: every key, undo, a second coder, corrections, and no decision lost when the server dies."""

import re
import time

import pytest

from dateline.model import Act, Judgement
from dateline.model.log import standing
from dateline.record import open_record


def said(path):
    """What stands in the log: act and what it is about, the oldest first."""
    return [(one.act, one.about) for one in standing(open_record(path).decisions())]


def current(page):
    return page.locator("#item article").get_attribute("data-id")


def settled(page):
    """Wait until all decisions are with the server."""
    page.locator("#saved:not([data-state=saving]):not([data-state=failed])").wait_for()


def press(page, key):
    """Press a key and wait until another claim shows."""
    before = current(page)
    page.keyboard.press(key)
    page.wait_for_function("id => document.querySelector('#item article')?.dataset.id !== id", arg=before)
    return before


@pytest.mark.parametrize(("key", "act", "judgement"), [
    ("y", Act.ACCEPT, Judgement.ACCEPTED),
    ("n", Act.REJECT, Judgement.REJECTED),
    ("u", Act.UNSURE, Judgement.UNSURE),
])  # fmt: skip
def test_one_key_judges_and_goes_on(page, own_site, own_record, key, act, judgement):
    page.goto(own_site + "/review")
    id = press(page, key)
    settled(page)
    assert said(own_record) == [(act, id)]
    review = open_record(own_record).review(id)
    assert review and review.judgement is judgement


def test_a_flag_stays_on_the_claim_and_shows_at_once(page, own_site, own_record):
    page.goto(own_site + "/review")
    id = current(page)
    page.keyboard.press("f")
    page.locator("#item .mark.flagged").wait_for()
    assert current(page) == id
    review = open_record(own_record).review(id)
    assert review and review.flagged


def test_undo_takes_the_last_one_back_and_shows_it(page, own_site, own_record):
    page.goto(own_site + "/review")
    first, second = press(page, "y"), press(page, "n")
    page.keyboard.press("z")
    page.wait_for_function("id => document.querySelector('#item article')?.dataset.id === id", arg=second)
    settled(page)
    assert said(own_record) == [(Act.ACCEPT, first)]
    page.keyboard.press("z")
    page.wait_for_function("id => document.querySelector('#item article')?.dataset.id === id", arg=first)
    settled(page)
    assert said(own_record) == []


def test_j_and_k_go_on_and_back_without_deciding(page, own_site, own_record):
    page.goto(own_site + "/review")
    first = press(page, "j")
    press(page, "k")
    assert current(page) == first
    assert said(own_record) == []


def test_a_digit_sets_the_type(page, own_site, own_record):
    page.goto(own_site + "/review")
    type = page.locator("[data-type]").nth(1).get_attribute("data-type")
    id = press(page, "2")
    settled(page)
    (decision,) = open_record(own_record).decisions()
    assert (decision.act, decision.about, decision.field, decision.value) == (Act.CHANGE, id, "type", f'"{type}"')


def test_a_field_is_edited_by_keys_alone_and_names_complete(page, own_site, own_record):
    page.goto(own_site + "/review")
    id = current(page)
    page.keyboard.press("e")
    names = page.locator("#ask .choices button").all_inner_texts()
    page.keyboard.press(str(next(at for at, name in enumerate(names, 1) if "Where" in name)))
    field = page.get_by_role("combobox", name="Where")
    field.press("Backspace")
    field.press_sequentially("ramou")
    page.get_by_role("option", name=re.compile("Ramouseh")).wait_for()
    field.press("Enter")
    field.press("Enter")
    page.locator("#item .mark.changed").wait_for()
    settled(page)
    (decision,) = open_record(own_record).decisions()
    assert (decision.act, decision.about, decision.field) == (Act.CHANGE, id, "places")
    assert "ramouseh" in decision.value
    assert "Ramouseh" in page.locator("tr[data-field=places]").inner_text()


def test_escape_leaves_a_field_as_it_was(page, own_site, own_record):
    page.goto(own_site + "/review")
    page.keyboard.press("e")
    page.keyboard.press("Escape")
    press(page, "j")
    assert said(own_record) == []


def test_two_actors_are_merged_and_the_old_address_leads_on(page, own_site, own_record):
    record = open_record(own_record)
    claim = next(one for one in record.claims() if "militias" in one.actors)
    page.goto(f"{own_site}/review?claim={claim.id}")
    page.keyboard.press("m")
    page.locator("#ask select").select_option("/actor/militias")
    field = page.get_by_role("combobox", name="It is the same as")
    field.press_sequentially("rebels")
    page.get_by_role("option", name=re.compile("^rebels")).first.wait_for()
    field.press("Enter")
    page.locator("#ask-ok").click()
    page.get_by_text("Everything is up to date").wait_for()
    assert said(own_record) == [(Act.MERGE, "rebels")]
    page.goto(own_site + "/actor/militias")
    assert page.url.endswith("/actor/rebels")


def test_an_answer_that_comes_late_does_not_open_the_names_again(page, own_site, own_record):
    claim = next(one for one in open_record(own_record).claims() if "militias" in one.actors)
    waiting = []
    page.route("**/suggest/*?q=rebels", lambda route: waiting.append(route))
    page.goto(f"{own_site}/review?claim={claim.id}")
    page.keyboard.press("m")
    page.locator("#ask select").select_option("/actor/militias")
    field = page.get_by_role("combobox", name="It is the same as")
    field.fill("rebel")
    page.get_by_role("option", name=re.compile("^rebels")).first.wait_for()
    field.press("s")
    with page.expect_response("**/suggest/*?q=rebels"):
        field.press("Enter")
        waiting[0].continue_()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert page.locator(".suggestions:visible").count() == 0


def test_a_claim_is_split_off_its_event(page, own_site, own_record):
    record = open_record(own_record)
    event = max(record.events(), key=lambda one: len(one.claims))
    claim = event.claims[-1]
    page.goto(f"{own_site}/review?claim={claim}")
    page.keyboard.press("s")
    page.locator("#ask-ok").click()
    settled(page)
    page.get_by_text("Everything is up to date").wait_for()
    after = next(one for one in open_record(own_record).events() if claim in one.claims)
    assert set(after.claims) < set(event.claims)


def test_what_was_missed_is_added_from_chosen_words(page, own_site, own_record):
    record = open_record(own_record)
    article = next(one for one in record.articles() if one.language == "en")
    page.goto(f"{own_site}/document/{article.id}#s3")
    page.keyboard.press("a")
    sentence = article.sentences[3].span
    words = " ".join(article.text[sentence.start : sentence.end].split()[:4])
    page.get_by_label("Words that say it").fill(words)
    page.locator("#add select[name=type]").select_option("aid")
    page.locator("#add").get_by_role("button", name="Save").click()
    page.wait_for_function(
        "type => [...document.querySelectorAll('.margin b')].some(b => b.textContent === type)", arg="aid"
    )
    (decision,) = open_record(own_record).decisions()
    claim = open_record(own_record).claim(decision.about)
    assert decision.act is Act.ADD and claim
    assert article.text[claim.span.start : claim.span.end] == words


def test_a_decision_changes_the_event_at_once(page, own_site, own_record):
    event = max(open_record(own_record).events(), key=lambda one: len(one.claims))
    page.goto(f"{own_site}/claim/{event.claims[0]}")
    page.get_by_role("button", name="No", exact=True).click()
    page.locator(".mark.rejected").first.wait_for()
    page.get_by_text("Everything is up to date").wait_for()
    events = [one for one in open_record(own_record).events() if event.claims[0] in one.claims]
    assert all(len(one.claims) < len(event.claims) for one in events)


def test_keys_can_be_changed_and_are_remembered(page, own_site, own_record):
    page.goto(own_site + "/review")
    page.keyboard.press("?")
    page.locator("#keys label", has_text="Yes, it says so").locator("input").fill("o")
    page.keyboard.press("Escape")
    page.reload()
    id = press(page, "o")
    settled(page)
    page.keyboard.press("y")
    assert said(own_record) == [(Act.ACCEPT, id)]


def test_buttons_do_what_keys_do(page, own_site, own_record):
    page.goto(own_site + "/review")
    id = current(page)
    page.get_by_role("button", name="Yes, it says so").click()
    page.wait_for_function("id => document.querySelector('#item article')?.dataset.id !== id", arg=id)
    page.get_by_label("Why").fill("heard it too")
    second = current(page)
    page.get_by_role("button", name=re.compile("^n No")).click()
    page.wait_for_function("id => document.querySelector('#item article')?.dataset.id !== id", arg=second)
    settled(page)
    one, two = open_record(own_record).decisions()
    assert (one.act, one.why, two.act, two.why) == (Act.ACCEPT, "", Act.REJECT, "heard it too")


def test_a_whole_list_is_accepted_only_with_its_count(page, own_site, own_record):
    page.goto(own_site + "/review?type=evacuation")
    count = page.locator("#queue li").count()
    assert count > 1
    page.get_by_role("button", name=re.compile("Accept the whole list")).click()
    assert f"({count})" in page.locator("#ask-title").inner_text()
    page.locator("#ask-ok").click()
    page.get_by_text("The queue is empty").wait_for()
    settled(page)
    assert len(said(own_record)) == count


def test_a_second_coder_does_not_see_the_first_ones_word(page, context, own_site, own_record):
    page.goto(own_site + "/review")
    type = page.locator("[data-type]").nth(0).get_attribute("data-type")
    before = page.locator("tr[data-field=type] .value").inner_text()
    id = press(page, "1")
    settled(page)
    page.get_by_text("Everything is up to date").wait_for()
    page.get_by_label("You are").fill("second coder")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review")
    page.wait_for_function("() => document.querySelector('#coder input').value === 'second coder'")
    page.goto(own_site + "/review?queue=second")
    desk = page.locator("#item").inner_text()
    assert "judged by another" in desk and "tester" not in desk
    assert page.locator("tr[data-field=type] .value").inner_text() == before != type
    now = current(page)
    page.keyboard.press("y")
    page.get_by_text("The queue is empty").first.wait_for()
    settled(page)
    page.goto(own_site + "/agreement")
    assert "tester" in page.locator("main").inner_text() and "second coder" in page.locator("main").inner_text()
    assert now in page.locator(".differences").inner_text() or id in page.locator(".differences").inner_text()
    page.goto(own_site + "/review?queue=disputed")
    assert "coders differ" in page.locator("#item").inner_text()


def test_two_browsers_decide_at_once(page, context, browser, own_site, own_record):
    other = browser.new_page()
    for one in (page, other):
        one.goto(own_site + "/review")
    for _ in range(5):
        press(page, "j")
    done = set()
    for _ in range(5):
        done |= {press(page, "y"), press(other, "n")}
    for one in (page, other):
        settled(one)
    other.close()
    assert {about for _, about in said(own_record)} == done and len(done) == 10


def test_a_hundred_decisions_by_keyboard_survive_a_killed_server(page, server_process, own_record):
    page.allowed += [
        "ERR_CONNECTION_REFUSED",
        "403",
        "ERR_EMPTY_RESPONSE",
        "ERR_CONNECTION_RESET",
        "ERR_SOCKET_NOT_CONNECTED",
        "Failed to fetch",
    ]
    page.goto(server_process.address + "/review")
    decided = []
    for number in range(100):
        decided.append(press(page, "yn"[number % 2]))
        if number == 40:
            server_process.kill()
            page.keyboard.press("u")  # decided while nobody answers
            decided.append(page.locator("[data-said=unsure]").first.get_attribute("data-id"))
            time.sleep(1)
            server_process.start()
            page.wait_for_load_state()
            page.wait_for_function(
                "() => document.querySelector('#item article') && !sessionStorage.getItem('dateline-outbox')?.includes('act')"
            )
            page.locator("#review:not([aria-busy])").wait_for()
    settled(page)
    log = [about for _, about in said(own_record)]
    assert sorted(log) == sorted(set(log))
    assert set(decided) == set(log) and len(log) == 101
