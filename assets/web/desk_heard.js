// What is heard of a desk, and read on its tab. The regions that a screen reader listens to stay when the desk is
// replaced: what lies in the desk itself would be said anew with every push.
"use strict";

(() => {
  const desk = () => document.getElementById("desk");
  if (!document.getElementById("desk-page")) {
    return;
  }
  let title = desk().dataset.title;

  /** Says, sentence by sentence, what was not said in the desk before. */
  function say(region, sentences) {
    const wanted = sentences.split("\n").map((sentence) => sentence.trim()).filter(Boolean);
    const said = [...region.children];
    const fresh = wanted.filter((sentence) => said.every((old) => old.textContent !== sentence));
    said.filter((old) => !wanted.includes(old.textContent)).forEach((old) => old.remove());
    for (const sentence of fresh) {
      region.append(Object.assign(document.createElement("p"), { textContent: sentence }));
    }
  }

  function shown() {
    const { dataset } = desk();
    if (title !== dataset.title) {
      title = document.title = dataset.title;
    }
    for (const region of document.querySelectorAll("[data-says]")) {
      say(region, dataset[region.dataset.says] || "");
    }
  }

  document.addEventListener("desk:shown", shown);
  shown();
})();
