// Puts the parts of the page together. The address says which message is open, so that Back closes it.

import { api, followState } from "./api.js";
import { Clock } from "./clock.js";
import { showCounters } from "./counters.js";
import { Detail } from "./detail.js";
import { byId } from "./dom.js";
import { prepareEmpty } from "./empty.js";
import { Faults } from "./faults.js";
import { Filter } from "./filter.js";
import { MessageList } from "./list.js";
import { prepareReset } from "./reset.js";

const messageName = "message";
const setup = await api.setup();

const filter = new Filter(() => list.reload());
const list = new MessageList(filter, prepareEmpty(setup, filter), hrefOf);
const detail = new Detail(() => show(null));
const faults = new Faults(setup);
const clock = new Clock();
prepareReset();

function hrefOf(number) {
  const address = new URL(location.href);
  if (number === null) {
    address.searchParams.delete(messageName);
  } else {
    address.searchParams.set(messageName, number);
  }
  return address.pathname + address.search;
}

function show(number) {
  history.pushState(null, "", hrefOf(number));
  return showAddressed();
}

async function showAddressed() {
  const text = new URLSearchParams(location.search).get(messageName);
  const number = text === null ? null : Number(text);
  const closed = detail.number;
  document.body.classList.toggle("has-detail", number !== null);
  list.mark(number);
  if (number !== null) {
    await detail.open(number);
    return;
  }
  detail.close();
  if (closed !== null) {
    list.focus(closed);
  }
}

byId("list").addEventListener("click", (event) => {
  const item = event.target.closest("li");
  if (item && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    show(Number(item.dataset.number));
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && detail.number !== null && !document.querySelector("dialog[open]")) {
    show(null);
  }
});

addEventListener("popstate", showAddressed);

let resets = null;
followState(async (state) => {
  showCounters(state.counters);
  faults.update(state.faults);
  clock.update(state);
  if (resets !== null && resets !== state.resets && detail.number !== null) {
    show(null);
  }
  resets = state.resets;
  detail.refreshSoon();
  await list.update(state);
  list.mark(detail.number);
}, (isLive) => {
  byId("live").textContent = isLive ? "Live" : "Not connected";
  byId("live").classList.toggle("on", isLive);
});

await showAddressed();
