// Names as they can be shown, whatever a lobby sends: the program's rules (display/src/board/tidy.rs).
"use strict";

globalThis.FoyerTidy = (() => {
  const NAME = 120;
  const WAY = 60;
  const SENTENCE = 400;
  const WORD = 45;
  const TURNS = /[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

  function broken(word) {
    const letters = [...word];
    const parts = [];
    for (let at = 0; at < letters.length; at += WORD) {
      parts.push(letters.slice(at, at + WORD).join(""));
    }
    return parts.join(" ");
  }

  /** Without control characters, without marks that turn the line round, and at most so many characters. */
  function plain(text, most) {
    const words = text.replace(TURNS, "").replace(/\p{Cc}/gu, " ").split(" ").map(broken).join(" ").trim();
    const letters = [...words];
    if (letters.length <= most) {
      return words;
    }
    const cut = letters.slice(0, most).join("");
    const space = cut.lastIndexOf(" ");
    const bytes = (part) => new TextEncoder().encode(part).length;
    const whole = space >= 0 && bytes(cut.slice(0, space)) > Math.floor(bytes(cut) / 2) ? cut.slice(0, space) : cut;
    return `${whole.trimEnd()} …`;
  }

  const localized = (text, most) =>
    Object.fromEntries(Object.entries(text ?? {}).map(([language, words]) => [language, plain(words, most)]));

  const ofCall = (call) => ({ ...call, counter: localized(call.counter, NAME), way: localized(call.way, WAY) });

  function ofSnapshot(snapshot) {
    const house = { ...snapshot.house };
    if (house.interrupted) {
      house.interrupted = { ...house.interrupted, text: localized(house.interrupted.text, SENTENCE) };
    }
    if (house.broadcast) {
      house.broadcast = { ...house.broadcast, text: plain(house.broadcast.text, SENTENCE) };
    }
    return {
      ...snapshot,
      office_name: plain(snapshot.office_name, NAME),
      device_name: plain(snapshot.device_name, NAME),
      area_names: (snapshot.area_names ?? []).map((name) => localized(name, NAME)),
      standing: snapshot.standing.map(ofCall),
      recent: snapshot.recent.map(ofCall),
      house,
    };
  }

  /** The event with names that can be shown. */
  function event(told) {
    switch (told.event) {
      case "snapshot":
        return { ...told, snapshot: ofSnapshot(told.snapshot) };
      case "called":
        return { ...told, call: ofCall(told.call) };
      default:
        return told;
    }
  }

  return { event, plain };
})();
