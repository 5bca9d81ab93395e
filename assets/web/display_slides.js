// Pictures while nobody is called: whose turn it is, and which cannot be shown (display/src/slides.rs).
"use strict";

globalThis.FoyerSlides = class {
  static #MOST = 20_000_000; // bytes, as the lobby gives them at most

  #list = [];
  #ready = new Map(); // digest → the picture, once it can be drawn
  #faults = new Map();
  #seconds;

  /** Each stays for so many seconds, and so does the calm screen between the last and the first. */
  constructor(seconds) {
    this.#seconds = seconds;
  }

  /** There are these now. */
  set(list) {
    this.#list = list;
    const isThere = (digest) => list.some((slide) => slide.digest === digest);
    for (const kept of [this.#ready, this.#faults]) {
      [...kept.keys()].filter((digest) => !isThere(digest)).forEach((digest) => kept.delete(digest));
    }
  }

  #fault({ digest, bytes }) {
    return bytes > FoyerSlides.#MOST ? "is larger than 20 MB" : (this.#faults.get(digest) ?? null);
  }

  #turn(seconds) {
    const shown = this.#list.filter((slide) => this.#fault(slide) === null);
    const turn = Math.floor(seconds / this.#seconds) % (shown.length + 1);
    return turn === 0 ? null : shown[turn - 1];
  }

  /** The address of the picture to show now, if it is its turn and it is ready. */
  shown(seconds) {
    // A second before its turn, so that it is there in time.
    for (const slide of [this.#turn(seconds), this.#turn(seconds + 1)]) {
      if (slide && !this.#ready.has(slide.digest)) {
        this.#prepare(slide);
      }
    }
    const slide = this.#turn(seconds);
    return slide && this.#ready.get(slide.digest)?.isDone ? FoyerSlides.#address(slide) : null;
  }

  static #address({ digest }) {
    return `/api/v1/slides/${digest}`;
  }

  async #prepare(slide) {
    const { digest } = slide;
    const picture = new Image();
    this.#ready.set(digest, { picture, isDone: false });
    // The one that is shown and the one that comes next; no more, since each takes as much memory as a screen.
    for (const old of [...this.#ready.keys()].slice(0, -2)) {
      this.#ready.delete(old);
    }
    picture.src = FoyerSlides.#address(slide);
    try {
      await picture.decode();
      const ready = this.#ready.get(digest);
      if (ready) {
        ready.isDone = true;
      }
    } catch {
      const answer = await fetch(FoyerSlides.#address(slide)).catch(() => null);
      if (answer?.ok) {
        this.#faults.set(digest, "the browser cannot show it: save it as PNG or JPEG");
      } else if (answer?.status === 404) {
        this.#faults.set(digest, "the lobby does not give it");
      }
      this.#ready.delete(digest); // else the link is gone: it is asked for again at its next turn
    }
  }

  /** How they are, for staff; nothing while there are none. */
  get parts() {
    if (this.#list.length === 0) {
      return [];
    }
    const faults = this.#list.filter((slide) => this.#fault(slide) !== null);
    const detail = faults.map((slide) => `${slide.name}: ${this.#fault(slide)}`).join("; ");
    return [{ part: "slides", works: detail === "", detail }];
  }
};
