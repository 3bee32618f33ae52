// Elements are made here and nowhere else. Text only ever becomes a text node, whatever it holds.

export const byId = (id) => document.getElementById(id);

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

export function button(text, onclick, properties = {}) {
  return element("button", { type: "button", onclick, ...properties }, text);
}

export function code(text) {
  const copy = button("Copy", async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = "Copied";
  }, { class: "copy" });
  return element("div", { class: "code" }, element("pre", { tabindex: "0" }, text), copy);
}

export function pill(text, kind) {
  return element("span", { class: `pill ${kind}` }, text);
}

export function outcomePill(outcome, errorCode) {
  const known = { Accepted: "good", Rejected: "bad" };
  return pill(errorCode ? `${outcome} ${errorCode}` : outcome, known[outcome] ?? "plain");
}

const clockTime = new Intl.DateTimeFormat(undefined, { timeStyle: "medium", hourCycle: "h23" });
const fullTime = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium", hourCycle: "h23" });

export function timeOf(date) {
  return element("time", { datetime: date, title: date }, clockTime.format(new Date(date)));
}

export function fullTimeOf(date) {
  return element("time", { datetime: date, title: date }, fullTime.format(new Date(date)));
}

export const number = (value) => value.toLocaleString("en");

export const channelNames = { email: "Email", sms: "SMS", triggered: "Triggered" };
