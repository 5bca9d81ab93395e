// Keeps the ticket on the phone up to date. Without this script the page works by reloading.
const ticket = document.getElementById("ticket");
const lost = document.getElementById("lost");
const set = (id, text) => {
  const element = document.getElementById(id);
  element.textContent = text;
  element.hidden = text === "";
};
const source = new EventSource(ticket.dataset.stream);
source.addEventListener("ticket", (event) => {
  const told = JSON.parse(event.data);
  ticket.dataset.state = told.state;
  set("number", told.number);
  set("said", told.said);
  set("area", told.area);
  set("estimate", told.estimate);
  set("as-of", told.as_of);
  document.title = `${told.number} · ${told.said}`;
  lost.hidden = true;
});
source.addEventListener("open", () => {
  lost.hidden = true;
});
// The browser reconnects by itself, except after an answer that is no stream.
source.addEventListener("error", () => {
  lost.hidden = false;
  if (source.readyState === EventSource.CLOSED) {
    setTimeout(() => location.reload(), 15000);
  }
});
