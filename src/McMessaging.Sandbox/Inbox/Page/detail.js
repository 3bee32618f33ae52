// One message: as its recipient would see it, its attempts, its request and its response.

import { api } from "./api.js";
import { button, byId, channelNames, code, element, fullTimeOf, outcomePill, pill } from "./dom.js";

export class Detail {
  constructor(onClose) {
    this.onClose = onClose;
    this.pane = byId("detail");
    this.number = null;
    this.shown = "";
  }

  async open(number) {
    this.number = number;
    this.shown = "";
    await this.refresh();
    this.pane.focus({ preventScroll: true });
    this.pane.scrollTop = 0;
    if (this.pane.getBoundingClientRect().top < 0) {
      this.pane.scrollIntoView();
    }
  }

  close() {
    this.number = null;
    this.pane.hidden = true;
    this.pane.replaceChildren();
  }

  // Deliveries go on, and more attempts come, while a message is looked at.
  refreshSoon() {
    if (this.number !== null && !this.waiting) {
      this.waiting = setTimeout(async () => {
        this.waiting = null;
        await this.refresh();
      }, 1000);
    }
  }

  async refresh() {
    const asked = this.number;
    if (asked === null) {
      return;
    }
    let message = null;
    try {
      message = await api.message(asked);
    } catch (error) {
      message = { error: error.message };
    }
    const text = JSON.stringify(message);
    if (asked !== this.number || text === this.shown) {
      return;
    }
    this.shown = text;
    this.pane.replaceChildren(...(message.number ? this.render(message) : this.renderGone()));
    this.pane.hidden = false;
    if (message.delivery?.state === "Queued") {
      this.refreshSoon();
    }
  }

  renderGone() {
    return [this.head("Message"), element("p", {}, "This message is not kept any more.")];
  }

  head(title, ...more) {
    return element("header", { class: "detail-head" },
      button("Close", () => this.onClose(), { class: "close", "aria-label": "Close the message" }),
      element("h2", {}, element("bdi", {}, title)), ...more);
  }

  render(message) {
    return [
      this.head(message.to ?? message.contactKey,
        element("p", { class: "pills" },
          outcomePill(message.outcome, message.errorCode),
          message.fault ? pill(message.fault, "warn") : null,
          deliveryPill(message.delivery))),
      message.error ? element("p", { class: "error" }, element("bdi", {}, message.error)) : null,
      section("As its recipient would see it", ...preview(message)),
      section("Attributes", attributes(message.attributes)),
      section("Facts", facts(message)),
      section("Attempts", attempts(message)),
      section("Request",
        element("p", { class: "line" }, element("code", {}, `POST ${message.path ?? ""}`)),
        message.request === null
          ? element("p", {}, "The request was too long to be kept.")
          : code(message.request)),
      section("Response", ...response(message)),
    ].filter((part) => part !== null);
  }
}

function section(title, ...children) {
  return element("section", {}, element("h3", {}, title), ...children);
}

function deliveryPill(delivery) {
  return delivery && pill(delivery.state, { Sent: "good", NotSent: "bad" }[delivery.state] ?? "plain");
}

function preview(message) {
  if (message.channel !== "sms") {
    return [element("div", { class: "envelope" },
      element("p", {}, "To: ", element("bdi", {}, message.to ?? "the address that the account has for this contact")),
      element("p", { class: "muted" }, "The text is that of the definition ",
        element("bdi", {}, message.definitionKey), ", with the attributes below."))];
  }
  if (message.text === null) {
    return [element("p", { class: "muted" }, "The text is that of the definition ",
      element("bdi", {}, message.definitionKey), ".")];
  }
  const { text, segments } = message.text;
  const unit = segments.encoding === "GSM-7" ? "septets" : "UTF-16 units";
  return [
    element("p", { class: "bubble" }, element("bdi", {}, text)),
    element("p", { class: "muted segments" },
      `${segments.count} ${segments.count === 1 ? "segment" : "segments"}, ${segments.encoding}, `
      + `${segments.units} ${unit}, ${segments.unitsPerSegment} in each`),
  ];
}

function attributes(list) {
  return list.length === 0
    ? element("p", { class: "muted" }, "None.")
    : element("dl", { class: "facts" }, list.map(({ name, value }) => fact(name, value)));
}

function fact(name, value) {
  return element("div", {}, element("dt", {}, element("bdi", {}, name)),
    element("dd", {}, value instanceof Node ? value : element("bdi", {}, value)));
}

function facts(message) {
  const delivery = message.delivery;
  return element("dl", { class: "facts" },
    fact("Channel", channelNames[message.channel]),
    fact("Definition", message.definitionKey),
    fact("Contact key", message.contactKey || "None"),
    fact("Message key", message.messageKey || "None"),
    fact("Received", fullTimeOf(message.receivedAt)),
    delivery && fact("Delivery", element("span", {}, `${delivery.state}, `, fullTimeOf(delivery.at),
      delivery.reason ? `: ${delivery.code} ${delivery.reason}` : "")),
    fact("Business unit", String(message.accountId)),
    fact("Request id", message.requestId),
    fact("Number", String(message.number)));
}

function attempts(message) {
  const items = message.attempts.map((attempt) => element("li",
    { class: attempt.number === message.number ? "this" : "" },
    fullTimeOf(attempt.at), " ",
    attempt.outcome === "NotProcessed"
      ? pill("Not processed", "plain")
      : outcomePill(attempt.outcome, attempt.errorCode), " ",
    attempt.fault ? pill(attempt.fault, "warn") : null, " ",
    element("span", { class: "muted" },
      attempt.httpStatus === null ? "no response" : `status ${attempt.httpStatus}`,
      attempt.number === message.number ? ", this message" : "")));
  return element("ol", { class: "attempts" }, items);
}

function response(message) {
  const isLost = message.fault === "dropAfter" || message.fault === "hangAfter";
  return [
    element("p", { class: "line" }, element("code", {}, `HTTP ${message.httpStatus ?? ""}`),
      isLost ? ` The fault ${message.fault} kept it from the client.` : ""),
    code(message.response),
  ];
}
