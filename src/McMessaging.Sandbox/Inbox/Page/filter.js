// The filter's fields, which the page's address keeps over a reload.

import { api } from "./api.js";
import { byId, element } from "./dom.js";

const names = ["q", "channel", "outcome", "definition", "code"];
const pauseAfterTyping = 200;

export class Filter {
  constructor(onChange) {
    this.form = byId("filter");
    this.read();
    let waiting;
    const changeSoon = (pause) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        this.remember();
        onChange();
      }, pause);
    };
    this.form.addEventListener("input", () => changeSoon(pauseAfterTyping));
    this.form.addEventListener("reset", () => changeSoon(0));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      changeSoon(0);
    });
    for (const name of ["definition", "code"]) {
      this.form.elements[name].addEventListener("focus", () => this.offerChoices());
    }
  }

  get values() {
    return Object.fromEntries(names.map((name) => [name, this.form.elements[name].value.trim()]));
  }

  get isSet() {
    return Object.values(this.values).some((value) => value !== "");
  }

  clear() {
    this.form.reset();
    this.form.elements.q.focus();
  }

  read() {
    const query = new URLSearchParams(location.search);
    for (const name of names) {
      this.form.elements[name].value = query.get(name) ?? "";
    }
  }

  remember() {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(this.values)) {
      if (value === "") {
        address.searchParams.delete(name);
      } else {
        address.searchParams.set(name, value);
      }
    }
    history.replaceState(history.state, "", address);
  }

  async offerChoices() {
    const { definitions, codes } = await api.choices();
    byId("definitions").replaceChildren(...definitions.map((value) => element("option", { value })));
    byId("codes").replaceChildren(...codes.map((value) => element("option", { value })));
  }
}
