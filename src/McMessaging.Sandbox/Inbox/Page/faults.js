// The fault switches. The list is the engine's own; a limit makes a rule for some requests only.

import { api } from "./api.js";
import { button, byId, channelNames, element } from "./dom.js";

const groups = {
  Request: "Any request",
  Send: "Responses to a send",
  TriggeredSend: "Responses to a triggered send",
  Delay: "Delay",
  Recipient: "Recipients",
  Token: "Tokens",
  Number: "Numbers",
};

export class Faults {
  constructor(setup) {
    this.dialog = byId("faults");
    this.known = setup.faults;
    this.rows = new Map();
    this.inForce = {};
    byId("faults-button").addEventListener("click", () => this.dialog.showModal());
    this.render();
  }

  update(faults) {
    this.inForce = faults;
    const pairs = Object.entries(faults);
    byId("faults-count").textContent = pairs.length === 0 ? "" : `${pairs.length} on`;
    byId("faults-button").classList.toggle("active", pairs.length > 0);
    for (const fault of this.known) {
      this.showValue(fault, faults[fault.name]);
    }
    const rules = pairs.filter(([name, value]) => !this.rows.has(name) || value.includes("x"));
    const limited = rules.map(([name, value]) => element("li", {},
      element("code", {}, `${name}=${value}`), " ",
      button("Remove", () => this.change({ [name]: null }), { "aria-label": `Remove ${name}` })));
    this.rules.replaceChildren(...limited);
    this.rulesTitle.hidden = limited.length === 0;
    this.allOff.disabled = pairs.length === 0;
  }

  showValue(fault, value) {
    const { toggle, input } = this.rows.get(fault.name);
    const isPlain = value !== undefined && !value.includes("x");
    toggle.checked = isPlain;
    if (isPlain && input !== document.activeElement) {
      input.value = value;
    }
  }

  render() {
    this.error = element("p", { class: "error", role: "alert" });
    this.rules = element("ul", { class: "rules" });
    this.rulesTitle = element("h3", { hidden: true }, "Limited to some requests");
    this.allOff = button("All off", () => this.change(this.nothing()));
    const sections = Object.entries(groups).map(([group, title]) => element("section", {},
      element("h3", {}, title),
      this.known.filter((fault) => fault.group === group).map((fault) => this.row(fault))));
    this.dialog.replaceChildren(
      element("header", { class: "dialog-head" },
        element("h2", { id: "faults-title" }, "Faults"),
        this.allOff,
        button("Close", () => this.dialog.close(), { class: "close" })),
      this.limit(), this.error, this.rulesTitle, this.rules,
      element("div", { class: "groups" }, sections));
  }

  limit() {
    this.channel = element("select", {}, element("option", { value: "*" }, "All"),
      Object.entries(channelNames).map(([value, name]) => element("option", { value }, name)));
    this.definition = element("input", { size: "14", autocomplete: "off", spellcheck: "false" });
    this.requests = element("input", { type: "number", min: "1", max: "1000000" });
    return element("fieldset", { class: "limit" },
      element("legend", {}, "Limit what you switch on to"),
      element("label", {}, "Channel", this.channel),
      element("label", {}, "Definition", this.definition),
      element("label", {}, "Next requests", this.requests));
  }

  row(fault) {
    const id = `fault-${fault.name}`;
    const toggle = element("input", {
      type: "checkbox", role: "switch", id, "aria-describedby": `${id}-text`,
      onchange: () => this.switch(fault, toggle.checked),
    });
    const input = element("input", {
      type: "number", value: fault.isRate ? 1 : fault.normal, min: fault.minimum, max: fault.maximum,
      step: fault.isRate ? "any" : 1, "aria-label": `${fault.isRate ? "Rate" : "Value"} of ${fault.name}`,
      onchange: () => this.valueChanged(fault, toggle.checked, input.value),
    });
    this.rows.set(fault.name, { toggle, input });
    return element("div", { class: "fault" }, toggle,
      element("label", { for: id }, fault.name),
      input,
      element("span", { class: "muted", id: `${id}-text` }, fault.description));
  }

  valueChanged(fault, isOn, value) {
    const isNormal = Number(value) === (fault.isRate ? 0 : fault.normal);
    return isOn || (!fault.isRate && !isNormal) ? this.change(this.pair(fault, value)) : undefined;
  }

  switch(fault, isOn) {
    const { input } = this.rows.get(fault.name);
    return this.change(isOn ? this.pair(fault, this.valueToSwitchOn(fault, input)) : { [fault.name]: null });
  }

  // A value that changes nothing would leave the switch off: the one next to it is taken.
  valueToSwitchOn(fault, input) {
    const isNormal = Number(input.value) === (fault.isRate ? 0 : fault.normal);
    return isNormal ? String(Math.min(fault.maximum, fault.normal + 1)) : input.value;
  }

  pair(fault, value) {
    if (!fault.isRate) {
      return { [fault.name]: value };
    }
    const definition = this.definition.value.trim();
    const scope = definition ? `@${this.channel.value}/${definition}` : `@${this.channel.value}`;
    const requests = this.requests.value ? `x${this.requests.value}` : "";
    return { [fault.name + (scope === "@*" ? "" : scope)]: value + requests };
  }

  nothing() {
    return Object.fromEntries(Object.keys(this.inForce).map((name) => [name, null]));
  }

  async change(changes) {
    this.error.textContent = "";
    try {
      this.update(await api.changeFaults(changes));
    } catch (error) {
      this.error.textContent = error.message;
      this.update(this.inForce);
    }
  }
}
