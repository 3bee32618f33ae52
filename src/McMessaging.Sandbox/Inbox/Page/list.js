// The list of messages: one page of it, which grows at its top while it is the newest page.

import { api } from "./api.js";
import { byId, channelNames, element, number, outcomePill, pill, timeOf } from "./dom.js";

const pageSize = 50;

export class MessageList {
  constructor(filter, showEmpty, hrefOf) {
    this.filter = filter;
    this.values = filter.values;
    this.showEmpty = showEmpty;
    this.hrefOf = hrefOf;
    this.list = byId("list");
    this.starts = [];
    this.known = 0;
    this.turn = 0;
    this.state = null;
    byId("older").addEventListener("click", () => this.older());
    byId("newer").addEventListener("click", () => this.newer());
    byId("newest").addEventListener("click", () => this.reload());
    this.list.addEventListener("keydown", (event) => this.move(event));
  }

  get isNewestPage() {
    return this.starts.length === 0;
  }

  async update(state) {
    const isOther = this.state === null || state.resets !== this.state.resets || state.newest < this.known;
    this.state = state;
    if (isOther) {
      await this.reload();
    } else if (this.isNewestPage && !this.isLoading && state.newest > this.known) {
      await this.addNew();
    }
    this.tell();
  }

  reload() {
    this.starts = [];
    return this.load();
  }

  older() {
    this.starts.push(Number(this.list.lastElementChild.dataset.number));
    return this.load();
  }

  newer() {
    this.starts.pop();
    return this.load();
  }

  async load() {
    const seen = this.state?.newest ?? 0;
    this.values = this.filter.values;
    await this.ask({ before: this.starts.at(-1) }, (found) => {
      this.hasMore = found.hasMore;
      this.list.replaceChildren(...found.messages.map((message) => this.row(message)));
      if (this.isNewestPage) {
        this.known = seen;
        this.keepKnown(found.messages);
      }
    });
  }

  async addNew() {
    const seen = this.state.newest;
    await this.ask({ after: this.known }, (found) => {
      this.known = seen;
      if (found.hasMore) {
        this.list.replaceChildren();
        this.hasMore = true;
      }
      this.list.prepend(...found.messages.map((message) => this.row(message, "new")));
      this.keepKnown(found.messages);
      while (this.list.children.length > pageSize) {
        this.list.lastElementChild.remove();
        this.hasMore = true;
      }
    });
  }

  // What arrived between the state and the response is not to be added a second time.
  keepKnown(messages) {
    this.known = Math.max(this.known, messages[0]?.number ?? 0);
  }

  // Only the newest question counts: an old filter's response may come late.
  async ask(place, take) {
    const turn = ++this.turn;
    this.isLoading = true;
    try {
      const found = await api.messages({ ...this.values, ...place, count: pageSize });
      if (turn === this.turn) {
        take(found);
      }
    } finally {
      if (turn === this.turn) {
        this.isLoading = false;
        this.tell();
      }
    }
    if (turn === this.turn && this.isNewestPage && this.state?.newest > this.known) {
      await this.addNew();
    }
  }

  tell() {
    const count = this.list.children.length;
    const kept = this.state === null ? 0 : this.state.newest - this.state.oldest + 1;
    const newer = this.state === null || this.isNewestPage ? 0 : this.state.newest - this.known;
    byId("summary").textContent = this.summary(count, kept);
    byId("newest").hidden = newer <= 0;
    byId("newest").textContent = `${number(newer)} new: show the newest`;
    byId("newer").disabled = this.isNewestPage;
    byId("older").disabled = !this.hasMore;
    this.showEmpty(count === 0 && !this.isLoading && this.isNewestPage, this.filter.isSet && kept > 0);
  }

  summary(count, kept) {
    if (count === 0) {
      return this.isLoading ? "Loading" : "No messages";
    }
    const first = this.starts.length * pageSize + 1;
    const range = `${number(first)}–${number(first + count - 1)}`;
    return this.filter.isSet
      ? `${range} of those that match${this.hasMore ? ", more follow" : ""}`
      : `${range} of ${number(Math.max(kept, count))}`;
  }

  row(message, kind = "") {
    const link = element("a", { href: this.hrefOf(message.number), class: "row" },
      element("span", { class: "when" }, timeOf(message.receivedAt)),
      element("span", { class: "channel" }, channelNames[message.channel]),
      element("span", { class: "who" },
        element("bdi", { class: "to" }, message.to ?? "No address"),
        element("bdi", { class: "contact" }, message.contactKey)),
      element("bdi", { class: "definition" }, message.definitionKey),
      element("bdi", { class: "preview" }, message.preview),
      element("span", { class: "outcome" },
        outcomePill(message.outcome, message.errorCode),
        message.fault ? pill(message.fault, "warn") : null));
    return element("li", { "data-number": message.number, class: kind }, link);
  }

  mark(current) {
    for (const item of this.list.children) {
      const isCurrent = Number(item.dataset.number) === current;
      item.classList.toggle("current", isCurrent);
      if (isCurrent) {
        item.firstElementChild.setAttribute("aria-current", "true");
      } else {
        item.firstElementChild.removeAttribute("aria-current");
      }
    }
  }

  focus(number) {
    this.list.querySelector(`[data-number="${number}"] a`)?.focus();
  }

  move(event) {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const next = step && event.target.closest("li")?.[step];
    if (next) {
      event.preventDefault();
      next.firstElementChild.focus();
    }
  }
}
