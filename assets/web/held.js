// Counts down how long a time is held. Without this script the page says until when.
"use strict";
(() => {
  const held = document.getElementById("held");
  const left = document.getElementById("held-left");
  const said = document.getElementById("held-said");
  // From the reader's clock only how much of it passes: it may be set wrongly.
  const ends = Date.now() + Number(held.dataset.left);
  const soon = 120;
  let before = Infinity;

  function tell() {
    const seconds = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (seconds <= soon && before > soon && seconds > 0) said.textContent = held.dataset.soon;
    if (seconds === 0) {
      clearInterval(timer);
      left.textContent = "";
      // What is over cannot be made longer; whoever goes on keeps what is typed.
      held.querySelector(".held__longer")?.remove();
      held.classList.add("say--look");
      document.getElementById("held-until").textContent = held.dataset.over;
      said.textContent = held.dataset.over;
    }
    before = seconds;
  }

  const timer = setInterval(tell, 1000);
  tell();
})();
