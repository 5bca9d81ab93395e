// The sound of a display in a browser: gong, then words, one announcement after the other and each whole. The lobby makes
// them; browsers play nothing before somebody has pressed once, and until then the picture goes on alone.
"use strict";

globalThis.FoyerSound = class {
  static #PAUSE_MS = 250;
  static #PATIENCE_MS = 5000;
  static #AGAIN_MS = 5000;
  static #LATE_MS = 2000; // a device that takes nothing holds nobody up for longer than the sound and this

  #context = null;
  #queue = [];
  #playing = null;
  #gong = null; // what is played when the lobby does not answer in time
  #volume;
  #done;
  #voice = "";
  #fault = ""; // why the last announcement was not played
  #hasRun = false;

  /** `done(ring, whole)` hears what became of each announcement. `volume` is in percent. */
  constructor(volume, done) {
    this.#volume = volume;
    this.#done = done;
    if (volume > 0) {
      this.#context = new AudioContext();
      // A device that was unplugged, or a panel that slept: it comes back by itself.
      setInterval(() => this.#hasRun && !this.works && void this.start(), FoyerSound.#AGAIN_MS);
    }
  }

  /** Whether anything can be heard. */
  get works() {
    return this.#context?.state === "running";
  }

  /** Whether somebody has to press before anything is heard. */
  get waits() {
    return this.#context !== null && !this.works;
  }

  /** How sound and voice are, for staff. */
  get parts() {
    if (this.#context === null) {
      return [];
    }
    const asleep = "the browser plays nothing before somebody has pressed “Sound on” or any key at this display";
    const part = (part, detail) => ({ part, works: detail === "", detail });
    return [part("sound", this.works ? this.#fault : asleep), part("voice", this.#voice)];
  }

  /** After somebody pressed. */
  async start() {
    await this.#context?.resume().catch(() => {});
    if (this.works) {
      this.#hasRun = true;
      await this.#keepGong();
    }
  }

  async #keepGong() {
    this.#gong ??= await this.#made({ numbers: [], counter: {}, language: null, detail: "gong" }).catch(() => null);
  }

  /** Announces this after all that was asked for before. */
  play({ ring, said, detail }) {
    if (!this.works) {
      this.#done(ring, false);
      return;
    }
    const sound = this.#made({ ...said, detail });
    sound.catch(() => {}); // looked at when it is its turn
    this.#queue.push({ ring, sound });
    void this.#next();
  }

  /** Silence at once, also of what is still to come. */
  silence() {
    const waiting = this.#queue.splice(0);
    this.#playing?.stop();
    for (const { ring } of waiting) {
      this.#done(ring, false);
    }
  }

  async #next() {
    if (this.#playing || this.#queue.length === 0) {
      return;
    }
    const { ring, sound } = this.#queue.shift();
    let isStopped = false;
    let source = null;
    this.#playing = {
      stop: () => {
        isStopped = true;
        source?.stop();
      },
    };
    const buffer = await sound.catch((error) => {
      this.#voice = `the lobby makes no sounds: ${error.message}`;
      return this.#gong;
    });
    this.#fault = buffer ? "" : "the lobby makes no sounds";
    void this.#keepGong();
    if (buffer && !isStopped && this.works) {
      source = this.#context.createBufferSource();
      source.buffer = buffer;
      source.connect(this.#context.destination);
      const ended = new Promise((done) => {
        source.addEventListener("ended", done, { once: true });
        setTimeout(done, buffer.duration * 1000 + FoyerSound.#LATE_MS);
      });
      source.start();
      await ended;
      await new Promise((done) => setTimeout(done, FoyerSound.#PAUSE_MS));
    }
    this.#playing = null;
    this.#done(ring, Boolean(buffer) && !isStopped && this.works);
    void this.#next();
  }

  async #made(wanted) {
    const answer = await fetch("/display/sound", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...wanted, volume: this.#volume }),
      signal: FoyerLink.patience(FoyerSound.#PATIENCE_MS),
    });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    if (wanted.detail !== "gong") {
      this.#voice = answer.headers.get("foyer-voice") ?? "";
    }
    return this.#context.decodeAudioData(await answer.arrayBuffer());
  }
};
