// The sandbox's clock, and the dialog that moves it.

import { api } from "./api.js";
import { button, byId, element, fullTimeOf } from "./dom.js";

const hour = 3600;
const units = [["minutes", 60], ["hours", hour], ["days", 24 * hour]];
const steps = [["+1 hour", hour], ["+24 hours", 24 * hour], ["+72 hours", 72 * hour]];

export class Clock {
  constructor() {
    this.dialog = byId("clock");
    byId("clock-button").addEventListener("click", () => this.dialog.showModal());
    this.render();
  }

  update(state) {
    const offset = Math.round(state.clockOffsetSeconds);
    byId("clock-offset").textContent = offset === 0 ? "" : describe(offset);
    byId("clock-button").classList.toggle("active", offset !== 0);
    this.now.replaceChildren(fullTimeOf(state.now),
      offset === 0 ? ", not moved" : `, moved by ${describe(offset)}`);
    this.back.disabled = offset === 0;
    this.offset = state.clockOffsetSeconds;
  }

  render() {
    this.now = element("p");
    this.error = element("p", { class: "error", role: "alert" });
    this.amount = element("input", { type: "number", value: "1", step: "any", required: true });
    this.unit = element("select", {}, units.map(([name, seconds]) => element("option", { value: seconds }, name)));
    this.unit.value = String(hour);
    this.back = button("Set it right", () => this.move(-this.offset));
    this.dialog.replaceChildren(
      element("header", { class: "dialog-head" },
        element("h2", { id: "clock-title" }, "Clock"),
        button("Close", () => this.dialog.close(), { class: "close" })),
      this.now,
      element("p", { class: "muted" },
        "Message keys are taken for 72 hours, tokens expire and deliveries are made by this clock."),
      element("p", { class: "buttons" },
        steps.map(([text, seconds]) => button(text, () => this.move(seconds))), this.back),
      element("form", { class: "buttons", onsubmit: (event) => this.submit(event) },
        element("label", {}, "Move by", this.amount),
        element("label", {}, "Unit", this.unit),
        element("button", {}, "Move")),
      this.error);
  }

  submit(event) {
    event.preventDefault();
    return this.move(Number(this.amount.value) * Number(this.unit.value));
  }

  async move(seconds) {
    this.error.textContent = "";
    try {
      await api.moveClock(seconds);
    } catch (error) {
      this.error.textContent = error.message;
    }
  }
}

function describe(seconds) {
  const sign = seconds < 0 ? "−" : "+";
  const left = Math.abs(seconds);
  const parts = [["d", 24 * hour, Infinity], ["h", hour, 24], ["min", 60, 60], ["s", 1, 60]]
    .map(([name, size, most]) => [Math.floor(left / size) % most, name])
    .filter(([count]) => count > 0);
  return sign + parts.map(([count, name]) => `${count} ${name}`).join(" ");
}
