// The dialog that asks before everything is forgotten.

import { api } from "./api.js";
import { button, byId, element } from "./dom.js";

export function prepareReset() {
  const dialog = byId("reset");
  const error = element("p", { class: "error", role: "alert" });
  const reset = button("Reset", async () => {
    try {
      await api.reset();
      dialog.close();
    } catch (failure) {
      error.textContent = failure.message;
    }
  }, { class: "danger" });
  dialog.replaceChildren(
    element("h2", { id: "reset-title" }, "Reset the sandbox?"),
    element("p", {}, "It forgets messages, message keys, counters and faults, and sets its clock right."),
    error,
    element("p", { class: "buttons" }, reset, button("Cancel", () => dialog.close(), { autofocus: true })));
  byId("reset-button").addEventListener("click", () => {
    error.textContent = "";
    dialog.showModal();
  });
}
