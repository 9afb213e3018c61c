# SPDX-License-Identifier: Apache-2.0
"""What a browser without scripts would send, as `forms.py` reads it."""
import pytest

from forms import PageReader

PAGE = """<!doctype html><title>Report</title><h1>What did <em>you</em> see?</h1><script>var x = "<form>";</script>
<form method="post" action="/report"><input type="hidden" name="csrf" value="k&amp;1">
<label>Words <textarea name="words" required>
first &lt;line&gt;</textarea></label>
<input type="radio" name="how" value="saw"><input type="radio" name="how" value="told" checked>
<input type="checkbox" name="sign" value="a" checked><input type="checkbox" name="sign" value="b" checked><input type="checkbox" name="sign" value="c">
<select name="area"><option value="n">North<option value="s">South</select>
<select name="many" multiple><option>x</option><option selected>y</option><option selected>z</option></select>
<input name="off" value="1" disabled><button>Continue</button><button name="go" value="later">Save for later</button></form>
<form><input name="q" type="search"></form><a href="/help?a=1&amp;b=2">Get <b>help</b></a>"""


def test_reads_what_a_browser_would_send():
    form = PageReader(PAGE).forms[0]
    assert sorted(form.filled({}, "Continue")) == [
        ("area", "n"), ("csrf", "k&1"), ("how", "told"), ("many", "y"), ("many", "z"), ("sign", "a"), ("sign", "b"), ("words", "first <line>")]
    assert form.required == {"words"} and form.choices["area"] == ["n", "s"]


def test_fills_fields_and_names_the_button():
    form = PageReader(PAGE).forms[0]
    pairs = form.filled({"how": "saw", "sign": ["c"], "many": None}, "Save for later")
    assert ("how", "saw") in pairs and ("sign", "c") in pairs and ("go", "later") in pairs
    assert not {"a", "b", "y", "z"} & {value for _, value in pairs}


def test_a_field_that_is_not_there_is_an_error():
    with pytest.raises(AssertionError, match="no field"):
        PageReader(PAGE).forms[0].filled({"off": "1"})


def test_reads_links_headings_and_words():
    read = PageReader(PAGE)
    assert read.links == [("/help?a=1&b=2", "Get help")] and read.headings == ["What did you see?"]
    assert "var x" not in read.text and len(read.forms) == 2 and read.forms[1].method == "get"
