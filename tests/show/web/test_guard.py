"""Who may ask and who may change something: hosts, origins, tokens and what pages are allowed to do."""

import pytest


def test_a_name_rebound_to_this_machine_is_refused(client):
    for host in ("evil.example", "127.0.0.1.evil.example", "", "[::1"):
        assert client.get("/events", headers={"Host": host}).status_code == 421
    for host in ("127.0.0.1:8765", "localhost", "LOCALHOST:1", "[::1]:80"):
        assert client.get("/events", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/decide", "/who", "/reports"])
def test_only_a_page_of_this_server_changes_something(own, posting, path):
    asking, record = own
    token = {"X-Dateline-Token": "guessed"}
    form = {"act": "reject", "about": "c1", "who": "x"}
    for origin in ({}, {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "https://127.0.0.1"}):
        assert asking.post(path, data=form, headers={**token, **origin}).status_code == 403
    assert asking.post(path, data=form, headers={"Origin": "http://127.0.0.1"}).status_code == 403
    assert len(record.decisions()) == 2  # those of the sample


def test_a_page_may_run_and_load_only_what_this_server_has(client):
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self';" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "http" not in policy


def test_no_page_has_a_script_a_handler_or_a_style_of_its_own(client):
    for path in (
        "/",
        "/events",
        "/claims",
        "/documents",
        "/document/d1",
        "/event/e13",
        "/place/trap",
        "/actor/evil",
        "/review",
    ):
        text = client.get(path).text
        assert "<script>" not in text and "<style" not in text
        assert not [
            tag for tag in text.split("<") if " style=" in tag.split(">")[0] or " onclick=" in tag.split(">")[0]
        ]


def test_files_beside_the_static_folder_cannot_be_had(client):
    for path in ("../app.py", "..%2fapp.py", "%2e%2e/app.py", "/etc/passwd", "vendor/../../app.py"):
        assert client.get(f"/static/x/{path}").status_code == 404


def test_texts_of_reports_are_shown_as_text(client):
    for path in ("/document/d1", "/claims", "/claim/c13", "/place/trap", "/actor/evil", "/search?q=script", "/events"):
        text = client.get(path).text
        assert "<script>alert" not in text and "<img src=" not in text.replace('<img src="/static', "")
        assert "\u202e" not in text
    assert "&lt;script&gt;alert(1)" in client.get("/document/d1").text


def test_a_search_for_a_script_is_shown_as_text(client):
    text = client.get("/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text


def test_a_workbench_for_looking_only_decides_nothing(client):
    assert "Correct this" not in client.get("/place/oldbridge").text
    review = client.get("/review").text
    assert "for looking only" in review and "<kbd>" not in review and "review.mjs" not in review
