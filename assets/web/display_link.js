// The link to the lobby: what it tells, what it is told of this display, and since when it has been silent.
"use strict";

globalThis.FoyerLink = class {
  static #STATUS_MS = 1000; // the lobby expects to hear that often that this page still runs
  static #PATIENCE_MS = 3000;
  static #AGAIN_MS = 2000;
  static #SILENCE_MS = 6000; // the lobby says something every two seconds; a line that is silent for so long is dead

  #source = null;
  #opened = 0;
  #heardAt = null;
  #asking = false;
  #on;

  /** `on.event(event)`: the lobby told something; `on.open()`: it is there, again perhaps; `on.status()`: how this display
   *  is; `on.refused()`: it may no more. */
  constructor(on) {
    this.#on = on;
    this.#listen();
    setInterval(() => this.#look(), FoyerLink.#STATUS_MS);
    addEventListener("pagehide", () => this.#source?.close());
    addEventListener("pageshow", (event) => event.persisted && this.#listen());
  }

  /** When the lobby was last heard on the line that tells calls, on this page's own clock; `null` before. */
  get heardAt() {
    return this.#heardAt;
  }

  #heard() {
    this.#heardAt = performance.now();
  }

  #listen() {
    this.#source?.close();
    this.#opened = performance.now();
    const source = new EventSource("/api/v1/stream");
    this.#source = source;
    source.addEventListener("open", () => this.#on.open());
    source.addEventListener("beat", () => this.#heard());
    source.addEventListener("display", ({ data }) => {
      this.#heard();
      let told;
      try {
        told = JSON.parse(data);
      } catch {
        return; // nothing that this page knows; the next snapshot holds all
      }
      this.#on.event(told);
    });
  }

  /** A line that is silent is opened anew, whatever the browser thinks of it. */
  #look() {
    const last = Math.max(this.#opened, this.#heardAt ?? 0);
    if (performance.now() - last > FoyerLink.#SILENCE_MS) {
      this.#listen();
    }
    void this.#ask();
  }

  /** Says how this display is. */
  async #ask() {
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    try {
      const answer = await this.#send("/api/v1/device/status", this.#on.status());
      if (answer.status === 401) {
        this.#on.refused();
      }
    } catch {
      // The age of what is shown says it.
    } finally {
      this.#asking = false;
    }
  }

  #send(path, body, headers = {}) {
    return fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      signal: FoyerLink.patience(FoyerLink.#PATIENCE_MS),
    });
  }

  /** Tells that a call was seen, or heard as well; again and again until that has arrived. */
  async acknowledge(call, heard) {
    const nonce = FoyerLink.nonce();
    for (;;) {
      try {
        const path = `/api/v1/calls/${call}/acknowledgement`;
        const answer = await this.#send(path, { heard }, { "idempotency-key": nonce });
        if (answer.status < 500) {
          return; // done, or of a call that the lobby no longer knows
        }
      } catch {
        // It is sent again.
      }
      await new Promise((done) => setTimeout(done, FoyerLink.#AGAIN_MS));
    }
  }

  /** Ends a request after so long; televisions have browsers that cannot do it by themselves. */
  static patience(ms) {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), ms);
    return controller.signal;
  }

  /** A random UUID; browsers have a function for it only where the page came over TLS. */
  static nonce() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }
};
