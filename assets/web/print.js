// Shows the key that prints the page, and prints it. Without this script the browser's own menu does.
"use strict";
(() => {
  const key = document.getElementById("print");
  key.addEventListener("click", () => window.print());
  key.hidden = false;
})();
