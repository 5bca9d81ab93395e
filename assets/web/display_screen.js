// Draws what a web display shows, at the sizes that the layout gives. A part is drawn anew when it has changed.
"use strict";

globalThis.FoyerScreen = class {
  /** Where the lines of a closed office stand, minute after minute: far from the place before. */
  static #PLACES = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.7], [0.3, 0.9], [0.7, 0.1], [0, 0.6], [1, 0.3], [0.4, 0], [0.6, 1]];
  /** Where the whole picture goes every three minutes, so that no edge stays in the panel. */
  static #DRIFT = [[0, 0], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]];
  static #DRIFT_S = 180;
  /** Down to this share of its size a sentence can be read from the last row. */
  static #READABLE = 0.749;
  static #WHO = 0.6;

  #root;
  #keys = new Map();
  #parts = null;

  constructor(root) {
    this.#root = root;
  }

  /** Draws a view. */
  draw(view) {
    const { layout, language, texts, seconds, screen } = view;
    const root = this.#root;
    if (!this.#parts || this.#parts.kind !== screen) {
      this.#parts = { kind: screen, ...FoyerScreen.#skeleton(screen) };
      root.replaceChildren(this.#parts.whole);
      this.#keys.clear();
    }
    root.lang = language;
    root.dir = texts.direction;
    root.classList.toggle("upright", layout.upright);
    root.classList.toggle("still", view.still);
    root.classList.toggle("stale", view.stale !== null);
    const step = Math.max(1, Math.round(Math.min(layout.size.width, layout.size.height) / 270));
    const [x, y] = FoyerScreen.#DRIFT[Math.floor(seconds / FoyerScreen.#DRIFT_S) % FoyerScreen.#DRIFT.length];
    root.style.transform = `translate(${x * step}px, ${y * step}px)`;
    const part = (name, model) => {
      const key = JSON.stringify([layout.size, language, model]);
      if (this.#keys.get(name) !== key) {
        this.#keys.set(name, key);
        FoyerScreen.#put(this.#parts[name], model);
      }
    };
    if (screen === "closed") {
      part("body", FoyerScreen.#closed(view));
    } else if (screen === "interrupted") {
      part("body", FoyerScreen.#interrupted(view));
    } else {
      part("call", FoyerScreen.#call(view));
      part("history", FoyerScreen.#history(view));
    }
    part("foot", FoyerScreen.#foot(view));
  }

  static #skeleton(screen) {
    const make = (name, className) => Object.assign(document.createElement(name), { className });
    const [whole, foot] = [make("div", "whole"), make("footer", "foot")];
    if (screen !== "board") {
      const body = make("section", `body body--${screen}`);
      whole.append(body, foot);
      return { whole, body, foot };
    }
    const [both, call, history] = [make("div", "both"), make("section", "call"), make("section", "history")];
    both.append(call, history);
    whole.append(both, foot);
    return { whole, call, history, foot };
  }

  /** A model is `[class, style, content…]`: words, or further models. */
  static #put(element, [className, style, ...content]) {
    element.className = className;
    element.removeAttribute("style");
    for (const [name, value] of Object.entries(style)) {
      element.style.setProperty(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), typeof value === "number" ? `${value}px` : value);
    }
    element.replaceChildren(...content.filter((part) => part !== null).map(FoyerScreen.#made));
  }

  static #made(part) {
    if (typeof part === "string") {
      return document.createTextNode(part);
    }
    const [className, style] = part;
    if (className.startsWith("icon-")) {
      const icon = document.getElementById(className).content.firstElementChild.cloneNode(true);
      icon.classList.add("icon");
      Object.assign(icon.style, { width: `${style.size}px`, height: `${style.size}px` });
      return icon;
    }
    const isPicture = className === "slide";
    const element = document.createElement(isPicture ? "img" : "div");
    if (isPicture) {
      element.src = style.src;
      element.className = className;
      return element;
    }
    FoyerScreen.#put(element, part);
    return element;
  }

  static #call(view) {
    const { layout, picture, texts, language } = view;
    const isEmpty = picture.big === null && picture.rows.length === 0;
    const place = isEmpty ? { width: layout.size.width, height: layout.size.height - layout.foot.height } : layout.call;
    const style = { ...place, padding: layout.space * 1.5 };
    const { big } = picture;
    if (!big) {
      if (view.slide) {
        return ["call call--slide", place, ["slide", { src: view.slide }]];
      }
      return ["call call--calm", style, ...FoyerScreen.#idle(view, place)];
    }
    const isCall = big.shown.kind === "call";
    const fresh = big.fresh ? (isCall ? " call--fresh" : " call--fresh call--back") : "";
    const shown = isCall ? big.shown.call : big.shown;
    const number = FoyerWords.numbers(shown);
    const under = isCall ? FoyerWords.own(shown.counter, language) : texts.withdrawn;
    const room = FoyerLayout.callRoom(layout);
    const sizes = FoyerLayout.callText(number, under, room);
    return [
      `call${fresh}`,
      style,
      ["number strong", { fontSize: sizes.number }, number],
      ["counter strong", { fontSize: sizes.counter }, under],
      isCall ? FoyerScreen.#way(shown, language, room) : null,
    ];
  }

  static #way(call, language, room) {
    const words = FoyerWords.own(call.way, language);
    if (!words && !call.direction) {
      return null;
    }
    const height = room.height * 0.2;
    const largest = words ? height * 0.5 : height;
    const gap = words ? largest * 0.5 : 0;
    const arrow = call.direction ? [`icon-${call.direction}`, { size: largest * 1.3 }] : null;
    const space = { width: room.width - (arrow ? largest * 1.3 + gap : 0), height };
    const text = words ? ["words", { fontSize: FoyerLayout.oneLine(words, false, space, largest) }, words] : null;
    // The arrow stands at the side to which it points, whichever way the words run.
    const parts = call.direction === "left" ? [arrow, text] : [text, arrow];
    return ["way", { gap, marginTop: largest * 0.3 }, ...parts];
  }

  static #idle(view, place) {
    const { layout, facts, texts, clock, name, opens, isOpen } = view;
    const width = place.width - 3 * layout.space;
    const room = { width, height: Math.min(place.height - 3 * layout.space, place.width) };
    const big = FoyerLayout.oneLine(clock, true, { width: width * 0.7, height: room.height * 0.4 }, Infinity);
    const small = FoyerLayout.oneLine(texts.date, false, { width, height: room.height * 0.1 }, layout.rowText);
    const office = FoyerLayout.oneLine(facts.office_name, true, { width, height: Infinity }, small);
    // Where the lobby does not say when it is open, nobody is told to wait before somebody was called.
    const isUsed = isOpen || Boolean(facts.walk_in) || view.picture.rows.length > 0;
    const sentence = opens ? texts.opens ?? "" : isUsed ? texts.idle : "";
    const sizes = FoyerLayout.steps(layout.rowText, 20, 8, 20);
    const size = FoyerLayout.severalLines(sentence, false, 1.3, { width, height: room.height * 0.25 }, sizes);
    const ofName = FoyerLayout.oneLine(name, false, { width, height: Infinity }, layout.footText * 0.6);
    return [
      ["strong accent", { fontSize: office }, facts.office_name],
      ["strong", { fontSize: big }, clock],
      ["quiet", { fontSize: small }, texts.date],
      ["sentence", { fontSize: size, marginTop: layout.space * 1.5, maxWidth: width }, sentence],
      ["quiet", { fontSize: ofName, marginTop: layout.space }, name],
    ];
  }

  static #history(view) {
    const { layout, picture, texts } = view;
    const { history, space } = layout;
    if (picture.big === null && picture.rows.length === 0) {
      return ["history", { display: "none" }];
    }
    const rows = picture.rows.map((row, index) => FoyerScreen.#row(view, row, index));
    const { at, of } = picture.page;
    const page = FoyerWords.filled(texts.page, { part: String(at + 1), parts: String(of) });
    const part = of > 1 ? ["page quiet", { fontSize: layout.footText * 0.7 }, page] : null;
    return ["history", { ...history, paddingTop: space * 0.5, paddingBottom: space * 0.25 }, ...rows, part];
  }

  static #row(view, row, index) {
    const { layout, language, arriving } = view;
    const { rowHeight, rowText, space } = layout;
    const counter = FoyerWords.own(row.call.counter, language);
    const slots = FoyerLayout.slots(layout, counter);
    const height = rowHeight * slots;
    const number = FoyerWords.numbers(row.call);
    const isStacked = layout.stacked || slots > 1;
    const room = FoyerLayout.nameRoom(layout, slots > 1);
    const ofNumber = Math.ceil(FoyerLayout.width(number, true, rowText));
    if (row.call.also?.length > 0 && !isStacked) {
      // Two numbers take of the counter's room; it gets smaller and goes on in several lines.
      const usual = Math.ceil(FoyerLayout.width(FoyerWords.spaced(row.call.number), true, rowText));
      room.width = Math.max(room.width - (ofNumber - usual), rowText * 3);
    }
    const fits = FoyerLayout.width(counter, false, rowText) <= room.width;
    const sizes = FoyerLayout.steps(rowText, 19, 5, 20);
    const size = fits ? rowText : FoyerLayout.severalLines(counter, false, 1.1, room, sizes);
    const bar = { width: space * (row.fresh ? 0.4 : 0.2), height: height - rowHeight * 0.36, marginInlineStart: space * 0.35 };
    const beside = space * 0.65 - bar.width;
    const content = [
      ["row__number strong", { fontSize: rowText, minWidth: isStacked ? 0 : ofNumber + rowText * 0.6 }, number],
      ["row__name", { fontSize: size, maxWidth: room.width }, counter],
    ];
    const states = [row.stands ? "row--stands" : "row--over", row.fresh ? "row--fresh" : "", index > 0 ? "row--below" : ""];
    const moves = row.call.visit === arriving ? "row--arriving" : "";
    const className = ["row", ...states, moves].filter(Boolean).join(" ");
    const text = ["row__text", { flexDirection: isStacked ? "column" : "row", marginInlineStart: beside }, ...content];
    return [className, { height, "--inset": `${space}px` }, ["row__bar", bar], text];
  }

  static #interrupted(view) {
    const { layout, texts, language, facts } = view;
    const height = layout.size.height - layout.foot.height;
    const own = FoyerWords.own(facts.house.interrupted.text, language);
    const width = layout.size.width - 4 * layout.space;
    const fitted = (words, bold, share, largest) =>
      FoyerLayout.severalLines(words, bold, 1.2, { width, height: height * share }, FoyerLayout.steps(largest, 20, 6, 20));
    const title = own || texts.interrupted_title;
    const what = own ? null : texts.interrupted_what;
    const style = { width: layout.size.width, height, gap: layout.space, padding: `0 ${layout.space * 2}px` };
    return [
      "body body--interrupted",
      style,
      ["icon-info", { size: layout.rowText * 2 }],
      ["strong", { fontSize: fitted(title, true, 0.42, layout.rowText * 3) }, title],
      what && ["", { fontSize: fitted(what, false, 0.22, layout.rowText * 1.4) }, what],
    ];
  }

  static #closed(view) {
    const { layout, facts, texts, clock, seconds } = view;
    const { size, space, rowText } = layout;
    const width = size.width * 0.66;
    const fitted = (words, bold, largest) => FoyerLayout.oneLine(words, bold, { width, height: Infinity }, largest);
    const [x, y] = FoyerScreen.#PLACES[Math.floor(seconds / 60) % FoyerScreen.#PLACES.length];
    const foot = view.stale ? layout.foot.height : 0;
    const free = [size.width - width - 2 * space, size.height - foot - rowText * 6 - 2 * space];
    const opens = texts.opens ?? "";
    const lines = [
      ["strong quiet", { fontSize: fitted(facts.office_name, true, rowText * 0.8) }, facts.office_name],
      ["strong quiet", { fontSize: fitted(clock, true, rowText * 2.4) }, clock],
      ["", { fontSize: fitted(opens, false, rowText) }, opens],
    ];
    const place = { left: `${space + Math.max(0, free[0]) * x}px`, top: `${space + Math.max(0, free[1]) * y}px`, width };
    return ["body body--closed", { width: size.width, height: size.height - foot }, ["closed", place, ...lines]];
  }

  static #foot(view) {
    const { layout, facts, texts, clock, stale, screen, picture } = view;
    const { foot, footText, space, upright } = layout;
    if (screen === "closed" && !stale) {
      return ["foot", { display: "none" }];
    }
    const isEmpty = picture.big === null && picture.rows.length === 0;
    const isCalm = screen === "board" && isEmpty && !view.slide;
    const hasLabel = facts.demo_clock ? (upright ? 0 : 9 * footText) : 0;
    const who = stale ? facts.device_name : null;
    const whoWidth = who && !upright ? FoyerLayout.width(who, false, footText * FoyerScreen.#WHO) + 0.6 * space : 0;
    const besides = hasLabel + (upright || isCalm ? 0 : 4.5 * footText + space) + (stale ? 1.6 * footText : 0) + whoWidth;
    const height = (upright ? foot.height - 1.7 * footText : foot.height) * 0.94;
    const room = { width: foot.width - 2 * space - besides, height };
    const sized = (sentence) => {
      const size = FoyerLayout.oneLine(sentence, false, room, footText);
      const sizes = FoyerLayout.steps(footText, 20, 8, 20);
      return size >= footText * FoyerScreen.#READABLE ? size : FoyerLayout.severalLines(sentence, false, 1.1, room, sizes);
    };
    const fits = (sentence) => sized(sentence) >= footText * FoyerScreen.#READABLE;
    const lost = stale && FoyerWords.filled(texts.link_lost, { time: stale });
    const sentence = lost ?? view.sentence(fits) ?? (isCalm ? "" : facts.office_name);
    const left = [
      isCalm ? null : ["strong", { fontSize: footText * 1.15 }, clock],
      facts.demo_clock ? ["demo", { fontSize: footText * 0.6, padding: `${footText * 0.1}px ${footText * 0.35}px` }, texts.demo] : null,
      who ? ["", { fontSize: footText * FoyerScreen.#WHO }, who] : null,
    ].filter((part) => part !== null);
    const beside = [
      stale ? ["icon-link-lost", { size: footText * 1.1 }] : null,
      ["foot__sentence", { fontSize: sized(sentence), maxWidth: room.width }, sentence],
    ];
    const className = `foot${stale ? " foot--lost" : ""}${left.length === 0 ? " foot--middle" : ""}`;
    return [
      className,
      { ...foot, padding: `0 ${space}px`, gap: upright ? footText * 0.2 : space * 1.4 },
      left.length > 0 ? ["foot__left", { gap: space * 0.6 }, ...left] : null,
      ["foot__beside", { gap: footText * 0.5 }, ...beside],
    ];
  }
};
