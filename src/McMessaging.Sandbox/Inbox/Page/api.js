// The JSON API of the inbox. Its key comes with the page's address and never leaves this origin.

const root = "/inbox/api/";
const key = new URLSearchParams(location.search).get("key") ?? "";

async function request(method, path, body) {
  const headers = { "X-Inbox-Key": key };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  const response = await fetch(root + path, {
    method, headers, body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await response.json();
  if (!response.ok) {
    throw new Error(json.message);
  }
  return json;
}

function withQuery(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== "" && value !== undefined);
  return `${path}?${new URLSearchParams(given)}`;
}

export const api = {
  messages: (query) => request("GET", withQuery("messages", query)),
  message: (number) => request("GET", `messages/${number}`),
  choices: () => request("GET", "choices"),
  setup: () => request("GET", "setup"),
  changeFaults: (changes) => request("PATCH", "faults", changes),
  moveClock: (seconds) => request("POST", "clock", { seconds }),
  reset: () => request("POST", "reset", {}),
};

// A page that nobody looks at gives its connection back: a browser has six of them for one host.
export function followState(onState, onLive) {
  let source = null;

  function open() {
    source = new EventSource(withQuery(`${root}events`, { key }));
    source.onmessage = (message) => {
      onLive(true);
      onState(JSON.parse(message.data));
    };
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) {
        onLive(false);
        setTimeout(reopen, 3000);
      } else {
        lostSoon();
      }
    };
  }

  // Streams end once a minute and are opened again at once. Only when that fails is the page not live.
  function lostSoon() {
    const lost = source;
    setTimeout(() => {
      if (lost === source && lost.readyState !== EventSource.OPEN) {
        onLive(false);
      }
    }, 2000);
  }

  function close() {
    source?.close();
    source = null;
  }

  function reopen() {
    close();
    if (!document.hidden) {
      open();
    }
  }

  document.addEventListener("visibilitychange", reopen);
  reopen();
}
