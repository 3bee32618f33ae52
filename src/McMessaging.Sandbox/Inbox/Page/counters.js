// What the sandbox was asked and did.

import { byId, element, number } from "./dom.js";

const shown = [
  ["emailAccepted", "Email accepted", "good"],
  ["smsAccepted", "SMS accepted", "good"],
  ["triggeredAccepted", "Triggered accepted", "good"],
  ["rejected", "Rejected", "bad"],
  ["duplicateKeys", "Duplicate keys", "bad"],
  ["requests", "Requests", "plain"],
  ["tokensIssued", "Tokens issued", "plain"],
  ["faultsInjected", "Faults met", "warn"],
];

const values = new Map();

export function showCounters(counters) {
  if (values.size === 0) {
    byId("counters").replaceChildren(...shown.map(makeCounter));
  }
  for (const [name, , kind] of shown) {
    const value = values.get(name);
    value.textContent = number(counters[name]);
    value.className = counters[name] > 0 ? kind : "none";
  }
  const faults = Object.entries(counters.faults).map(([name, count]) => `${name} ${number(count)}`).sort();
  values.get("faultsInjected").title = faults.join("\n");
}

function makeCounter([name, title]) {
  const value = element("dd");
  values.set(name, value);
  return element("div", {}, element("dt", {}, title), value);
}
