// Booking for a caller: the list of services shrinks while one types; Enter chooses the first one left and asks for
// times. Without this script the whole list is there.
for (const form of document.querySelectorAll("form[data-filtered]")) {
  const box = form.querySelector(".staff__filter");
  const filter = box.querySelector("input");
  const rows = [...form.querySelectorAll("[data-words]")];
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
  const fits = (row, typed) => typed.every((part) => plain(row.dataset.words).includes(part));

  const shrink = () => {
    const typed = plain(filter.value).split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const number = row.querySelector("input");
      row.hidden = !fits(row, typed) && number.value === "0";
    }
  };

  const choose = (event) => {
    if (event.key !== "Enter" || filter.value.trim() === "") return;
    event.preventDefault();
    const typed = plain(filter.value).split(/\s+/).filter(Boolean);
    const number = rows.find((row) => fits(row, typed))?.querySelector("input");
    if (!number) return;
    number.value = String(Math.min(20, Number(number.value) + 1));
    form.requestSubmit();
  };

  box.hidden = false;
  filter.addEventListener("input", shrink);
  filter.addEventListener("keydown", choose);
  if (!document.querySelector("[autofocus]:not(#filter)")) filter.focus();
}

// Enter that asked for the times must not book one of them, unseen and for nobody: held a little too long or pressed once
// too often it reaches the time that is chosen. Enter on the name or on the key books.
for (const time of document.querySelectorAll(".staff__book input[name=start]")) {
  time.addEventListener("keypress", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
