// The words round the numbers. The lobby makes them; here they are kept, filled in, and one sentence at a time is chosen
// for the foot, as the program does (display/src/screen/foot.rs).
"use strict";

globalThis.FoyerWords = class {
  static #ROUND_S = 40;
  static #ORDER_S = 10;
  static #NEWS_S = 10;
  static #AT_ONCE = 8; // so many numbers are taken in at one look

  #texts = new Map();
  #asked = new Map();

  /** The words of a language, as they came last; `null` before. */
  of(language) {
    return this.#texts.get(language) ?? null;
  }

  /** Asks for the words of a language where what they say has changed; tries again with the next call. */
  async ask(language, { at, walk_in, opens, day }, came) {
    const key = JSON.stringify([walk_in ?? null, opens ?? null, day]);
    if (this.#asked.get(language) === key) {
      return;
    }
    this.#asked.set(language, key);
    const query = new URLSearchParams({ language, at: new Date(at).toISOString() });
    if (walk_in) {
      query.set("from", walk_in.from_minutes);
      query.set("to", walk_in.to_minutes);
    }
    if (opens) {
      query.set("opens", new Date(opens).toISOString());
    }
    try {
      const answer = await fetch(`/display/words?${query}`, { signal: FoyerLink.patience(5000) });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const texts = await answer.json();
      // An answer that was overtaken by a newer question says nothing any more.
      if (this.#asked.get(language) === key) {
        this.#texts.set(language, texts);
        came();
      }
    } catch {
      setTimeout(() => this.#asked.get(language) === key && this.#asked.delete(language), 2000);
    }
  }

  /** Asks for all words anew: the lobby may be another one. */
  renew() {
    this.#asked.clear();
  }

  static filled(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  /** "A 017" of "A017". */
  static spaced(number) {
    return `${number.slice(0, 1)}\u202f${number.slice(1)}`;
  }

  static numbers(call) {
    return [call.number, ...(call.also ?? [])].map(FoyerWords.spaced).join(" · ");
  }

  /** The office's own words in a language, else in German. */
  static own(text, language) {
    return text?.[language] ?? text?.de ?? "";
  }

  /** "09:05 Uhr" of hour and minute. */
  static time(texts, hour, minute) {
    const two = (number) => String(number).padStart(2, "0");
    const values = { hour: two(hour), hour1: String(hour), minute: two(minute), minute1: String(minute) };
    const twelve = { hour12: String(hour % 12 || 12), half: hour < 12 ? "am" : "pm" };
    return FoyerWords.filled(texts.time, { ...values, ...twelve });
  }

  /**
   * What is said at the foot while all is well. `fits(sentence)` tells whether it can be read from the last row;
   * `shown` are the languages that take turns.
   */
  sentence({ language, shown, seconds, time, facts, isInterrupted, isEmpty }, fits) {
    const texts = this.of(language);
    if (!texts) {
      return null;
    }
    const news = [];
    const { broadcast, unserved } = facts.house ?? {};
    if (broadcast && time < Date.parse(broadcast.until)) {
      news.push(broadcast.text);
    }
    const inVain = (of, group) =>
      FoyerWords.filled(this.of(of).unserved, { numbers: group.map(FoyerWords.spaced).join(", ") });
    const known = shown.filter((of) => this.of(of));
    for (const group of FoyerWords.#groups(unserved ?? [], (part) => known.every((of) => fits(inVain(of, part))))) {
      news.push(inVain(language, group));
    }
    // What concerns people who are here comes before what is said every day.
    if (news.length > 0) {
      return news[Math.floor(seconds / FoyerWords.#NEWS_S) % news.length];
    }
    if (isInterrupted) {
      return null;
    }
    if (Math.floor(seconds) % FoyerWords.#ROUND_S >= FoyerWords.#ROUND_S - FoyerWords.#ORDER_S) {
      return isEmpty ? null : texts.order;
    }
    return facts.walk_in ? texts.wait : null;
  }

  /** In as large groups as can be read, the same in every language that takes its turn. */
  static #groups(numbers, fits) {
    const inParts = (most) => {
      const count = Math.ceil(numbers.length / most);
      return Array.from({ length: count }, (_, part) => numbers.slice(part * most, (part + 1) * most));
    };
    for (let most = FoyerWords.#AT_ONCE; most > 1; most -= 1) {
      if (inParts(most).every(fits)) {
        return inParts(most);
      }
    }
    return inParts(1);
  }
};
