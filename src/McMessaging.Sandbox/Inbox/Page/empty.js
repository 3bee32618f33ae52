// What stands in place of the list when it is empty: how to send a first message, or how to see more.

import { button, byId, code, element } from "./dom.js";

export function prepareEmpty(setup, filter) {
  const place = byId("empty");
  const firstMessage = [
    element("h2", {}, "Send a first message"),
    element("p", {}, "Nothing has arrived yet. Each of these sends one message to this sandbox, which appears here."),
    setup.needsSecret
      ? element("p", {}, "Set the environment variable ", element("code", {}, "SFMC_CLIENT_SECRET"),
        " to the secret that the sandbox was started with.")
      : null,
    Object.entries(setup.commands).map(([name, command]) =>
      element("section", {}, element("h3", {}, name), code(command))),
  ].flat().filter((part) => part !== null);
  const noMatch = [
    element("h2", {}, "No message matches"),
    element("p", {}, "No message that is kept matches the filter."),
    button("Clear the filter", () => filter.clear()),
  ];
  let shown = null;

  return (isEmpty, isFiltered) => {
    place.hidden = !isEmpty;
    const wanted = isFiltered ? noMatch : firstMessage;
    if (isEmpty && shown !== wanted) {
      shown = wanted;
      place.replaceChildren(...wanted);
    }
  };
}
