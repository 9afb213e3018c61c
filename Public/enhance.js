// SPDX-License-Identifier: Apache-2.0
// Everything works without this file. It only makes it quicker: the error summary takes the focus, a form whose sending fails keeps
// its text, says so and tries again, and "Leave this page" leaves at once.
"use strict";

document.querySelector("[data-focus]")?.focus();

// A button is pressed twice more easily on a phone than once.
const sending = new WeakSet();

// A GET to /healthz tells whether there is a signal, before the page with the text on it is left.
const reachable = async () => {
  try {
    const answer = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(4000) });
    return answer.ok;
  } catch {
    return false;
  }
};

const notSent = (form, words) => {
  let line = form.querySelector("[data-not-sent]");
  if (!line) {
    line = document.createElement("p");
    line.className = "error";
    line.setAttribute("role", "alert");
    line.setAttribute("data-not-sent", "");
    form.append(line);
  }
  line.textContent = words ?? document.body.dataset.notSent;
};

// A page of a report is sent from here, so that a connection lost on the way leaves the page as it stands. It tries again by itself: the
// draft is the key, so that what arrives twice is one report. Whatever the server answers is shown by the browser as ever.
const sendReport = async (form, button) => {
  for (let wait = 2; ; wait = Math.min(wait * 2, 30)) {
    // Made anew each time: what was changed meanwhile is what is sent.
    const body = new URLSearchParams(new FormData(form));
    if (button?.name) body.append(button.name, button.value);
    try {
      const answer = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout(20000) });
      sending.delete(form);
      if (answer.redirected) return location.assign(answer.url);
      return sendAsEver(form, button);
    } catch {
      notSent(form, document.body.dataset.sendingAgain);
    }
    await new Promise((again) => {
      addEventListener("online", again, { once: true });
      setTimeout(again, wait * 1000);
    });
  }
};

const sendAsEver = (form, button) => {
  // submit() does not send the button that was pressed.
  if (button?.name) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = button.name;
    field.value = button.value;
    form.append(field);
  }
  form.submit();
};

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  event.preventDefault();
  if (sending.has(form)) return;
  sending.add(form);
  if ("keep" in form.dataset) return sendReport(form, event.submitter);
  const ok = await reachable();
  sending.delete(form);
  if (!ok) return notSent(form);
  sendAsEver(form, event.submitter);
});

// Shift three times within five seconds leaves, where the page has the button.
const exit = document.querySelector("[data-exit]");
if (exit) {
  let presses = [];
  const leave = () => {
    document.documentElement.hidden = true;
    location.replace(exit.href);
  };
  exit.addEventListener("click", (event) => { event.preventDefault(); leave(); });
  document.addEventListener("keyup", (event) => {
    presses = event.key === "Shift" ? [...presses.filter((at) => event.timeStamp - at < 5000), event.timeStamp] : [];
    if (presses.length >= 3) leave();
  });
}
