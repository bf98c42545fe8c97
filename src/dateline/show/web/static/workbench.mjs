// What every page shares: the token that changes go with.
const token = document.querySelector('meta[name="dateline-token"]').content;
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Dateline-Token"] = token;
});

/** Send a change to the server; the answer is a Response. */
export function post(path, fields = {}) {
  return fetch(path, { method: "POST", body: new URLSearchParams(fields), headers: { "X-Dateline-Token": token } });
}
