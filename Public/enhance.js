// SPDX-License-Identifier: Apache-2.0
// Everything works without this file. It only makes it quicker: the error summary takes the focus, a form whose sending fails keeps
// its text and says so, and "Leave this page" leaves at once.
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

const notSent = (form) => {
  let line = form.querySelector("[data-not-sent]");
  if (!line) {
    line = document.createElement("p");
    line.className = "error";
    line.setAttribute("role", "alert");
    line.setAttribute("data-not-sent", "");
    form.append(line);
  }
  line.textContent = document.body.dataset.notSent;
};

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  event.preventDefault();
  if (sending.has(form)) return;
  sending.add(form);
  const ok = await reachable();
  sending.delete(form);
  if (!ok) return notSent(form);
  // submit() does not send the button that was pressed.
  const button = event.submitter;
  if (button?.name) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = button.name;
    field.value = button.value;
    form.append(field);
  }
  form.submit();
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
