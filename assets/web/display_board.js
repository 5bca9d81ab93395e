// What a web display shows: a fold over the lobby's events, rule for rule that of the program (display/src/board.rs); a
// test holds the one against the other. Pure: the clock is an argument, in milliseconds since the page began.
"use strict";

globalThis.FoyerBoard = (() => {
  const MINIMUM = 5000; // a fresh announcement keeps the big place, and is filled with the accent
  const MINIMUM_IN_A_CROWD = 3000;
  const CROWD = 3; // from how many waiting announcements on that holds, and less is said
  const FLOOD = 12; // from how many on there is the gong alone
  const LONGEST_SOUND = 20000; // a loudspeaker that does not answer holds nobody up for longer
  const RINGS_AFTER_START = 30000;
  const LATE = 2000; // a call that arrives so late comes from a replay, …
  const SETTLE = 300; // … and what is cleared right behind it is no news
  const RECENT = 12;
  const TAKEN_BACK = 300000; // a call that is no older and is gone without a word was taken back
  const PAGE = 6000;

  const ofCall = (call) => ({ kind: "call", id: call });
  const ofWithdrawal = (visit) => ({ kind: "withdrawal", id: visit });
  const isSame = (one, other) => one.kind === other.kind && one.id === other.id;
  /** Among calls that are sorted by their ids, newest first. */
  const indexFor = (calls, call) => calls.filter((other) => other.call > call.call).length;
  const isCallOf = (shown, visit) => shown.kind === "call" && shown.call.visit === visit;
  const withdrawal = ({ visit, number, also }) => ({ kind: "withdrawal", visit, number, also: also ?? [] });
  const visitOf = (shown) => (shown.kind === "call" ? shown.call.visit : shown.visit);

  /** What is to be heard for a ring, while `others` wait for the place. */
  function due(ring, call, others) {
    const detail = others > FLOOD ? "gong" : others > CROWD ? "short" : "whole";
    const counter = ring.kind === "call" ? call.counter : null;
    const said = { numbers: [call.number, ...(call.also ?? [])], counter, language: call.language ?? null };
    return { ring, said, detail };
  }

  class Board {
    facts = null;
    standing = []; // newest first, one per visit
    recent = []; // newest first
    turns = []; // who waits for the big place
    place = null;
    announced = new Set(); // calls that had their turn
    due = []; // rings that are due whatever waits
    sounding = null; // what was handed to the loudspeaker last, until it was heard

    get interrupted() {
      return this.facts?.house?.interrupted ?? null;
    }

    /** The lobby's time, in milliseconds. */
    lobbyTime(now) {
      return this.facts && this.facts.lobbyTime + (now - this.facts.taken);
    }

    fold(now, told) {
      const event = FoyerTidy.event(told);
      switch (event.event) {
        case "snapshot":
          this.#replace(now, event.snapshot);
          break;
        case "called":
          this.#called(now, event.call);
          break;
        case "cleared":
          this.#cleared(event.visit);
          break;
        case "withdrawn":
          this.#withdrawn(now, event.visit, event.number, event.also ?? []);
          break;
        case "waits":
          if (this.facts) {
            this.facts.walk_in = event.walk_in ?? null;
          }
          break;
        default: // a newer lobby says things that this page does not know; the next snapshot holds the rest
      }
    }

    /** Lets time pass; returns what must sound now, in order. */
    advance(now) {
      const rings = this.due;
      this.due = [];
      if (rings.length > 0) {
        this.sounding = { ring: rings.at(-1).ring, since: now };
      }
      const isFree = this.place === null || this.place.until <= now;
      if (!isFree || this.#isSounding(now)) {
        return rings;
      }
      if (this.turns.length > 0 && this.turns[0].notBefore <= now) {
        const turn = this.turns.shift();
        const shown = this.#announcement(turn);
        if (shown) {
          if (turn.ring.kind === "call") {
            this.announced.add(turn.ring.id);
          }
          const call = shown.kind === "call" ? shown.call : turn.call;
          rings.push(due(turn.ring, call, this.turns.length));
          this.sounding = { ring: turn.ring, since: now };
          const minimum = this.turns.length > CROWD ? MINIMUM_IN_A_CROWD : MINIMUM;
          this.place = { shown, since: now, highlighted: now, until: now + minimum };
          return rings;
        }
      }
      const { place } = this;
      const stands =
        place && place.shown.kind === "call" && this.standing.some((call) => call.call === place.shown.call.call);
      if (!stands) {
        const newest = this.standing.find((call) => this.announced.has(call.call));
        this.place = newest
          ? { shown: { kind: "call", call: newest }, since: now, highlighted: null, until: now }
          : null;
      }
      return rings;
    }

    /** A sound was heard to its end, or will not be. */
    sounded(ring) {
      if (this.sounding && isSame(this.sounding.ring, ring)) {
        this.sounding = null;
      }
    }

    /** Whether something will change within seconds by time alone. */
    isMoving(now) {
      const { place } = this;
      const isFresh = place && place.highlighted !== null && now < place.highlighted + MINIMUM;
      return this.turns.length > 0 || this.#isSounding(now) || Boolean(place && (place.until > now || isFresh));
    }

    /** Whether no call stands, and none was made since. */
    isSilentSince(since) {
      const isOld = (call) => Date.parse(call.at) < since;
      return this.standing.length === 0 && this.place === null && this.recent.every(isOld);
    }

    /** What is in the picture, with so many slots for the history; `needs` says how many a call takes. */
    picture(now, slots, needs) {
      const needed = (call) => Math.min(Math.max(needs(call), 1), Math.max(slots, 1));
      const big = this.place && {
        shown: this.place.shown,
        highlighted: this.place.highlighted,
        fresh: this.place.highlighted !== null && now < this.place.highlighted + MINIMUM,
      };
      const visits = new Set(big ? [visitOf(big.shown)] : []);
      const others = this.standing.filter((call) => !visits.has(call.visit));
      others.forEach((call) => visits.add(call.visit));
      const { chosen, page } = this.#chosen(others, now, slots, needed);
      let left = slots - sum(chosen, needed);
      const rows = chosen.map((call) => ({ call, stands: true, fresh: this.#waitsForTurn(call.call) }));
      for (const call of page.of === 1 ? this.recent : []) {
        if (visits.has(call.visit)) {
          continue;
        }
        visits.add(call.visit);
        if (needed(call) > left) {
          break;
        }
        left -= needed(call);
        rows.push({ call, stands: false, fresh: false });
      }
      return { big, rows, page };
    }

    #chosen(calls, now, slots, needed) {
      if (sum(calls, needed) <= slots) {
        return { chosen: calls, page: { at: 0, of: 1 } };
      }
      let pinned = calls.filter((call) => this.#waitsForTurn(call.call));
      let rest = calls.filter((call) => !this.#waitsForTurn(call.call));
      const widest = Math.max(0, ...rest.map(needed));
      if (sum(pinned, needed) + widest > slots) {
        pinned = [];
        rest = calls;
      }
      const parts = inParts(rest, slots - sum(pinned, needed), needed);
      const at = Math.floor(Math.floor(now / 1000) / (PAGE / 1000)) % parts.length;
      const part = new Set([...pinned, ...parts[at]]);
      return { chosen: calls.filter((call) => part.has(call)), page: { at, of: parts.length } };
    }

    #isSounding(now) {
      return this.sounding !== null && now < this.sounding.since + LONGEST_SOUND;
    }

    #standingOf(visit) {
      return this.standing.find((call) => call.visit === visit) ?? null;
    }

    #waitsForTurn(call) {
      return this.turns.some((turn) => isSame(turn.ring, ofCall(call)));
    }

    /** A turn shows the visit's call as it is now: an older one might name another counter. */
    #announcement(turn) {
      if (turn.ring.kind === "withdrawal") {
        return withdrawal(turn.call);
      }
      const call = this.#standingOf(turn.call.visit);
      return call && { kind: "call", call };
    }

    #called(now, call) {
      const { house } = this.facts ?? {};
      if (house?.unserved) {
        house.unserved = house.unserved.filter((number) => number !== call.number);
      }
      const stood = this.#standingOf(call.visit);
      const isKnown = this.announced.has(call.call) || this.#waitsForTurn(call.call);
      if (this.interrupted || isKnown || (stood && stood.call > call.call)) {
        return;
      }
      const isLate = this.facts !== null && this.lobbyTime(now) - Date.parse(call.at) > LATE;
      const isBack = (turn) => isSame(turn.ring, ofWithdrawal(call.visit));
      // Called anew before it was said that the first call is taken back: only where to go now is of use.
      this.turns = this.turns.filter((turn) => !isBack(turn));
      this.recent = this.recent.filter((recent) => recent.visit !== call.visit);
      this.standing = this.standing.filter((standing) => standing.visit !== call.visit);
      this.#forgetUnknown();
      this.standing.splice(indexFor(this.standing, call), 0, call);
      this.#announce(now, call, isLate ? now + SETTLE : now);
    }

    #announce(now, call, notBefore) {
      const hasOthers = this.turns.length > 0;
      const { place } = this;
      if (place && isCallOf(place.shown, call.visit) && (place.until > now || !hasOthers)) {
        this.announced.add(call.call);
        this.due.push(due(ofCall(call.call), call, this.turns.length));
        if (!hasOthers) {
          place.since = now;
        }
        // Who recalls again and again must not keep the place from those who wait for it.
        const longest = place.since + MINIMUM * 2;
        place.until = Math.max(place.until, Math.min(longest, now + MINIMUM));
        place.highlighted = now;
        place.shown = { kind: "call", call };
        return;
      }
      const waiting = this.turns.find((turn) => turn.ring.kind === "call" && turn.call.visit === call.visit);
      if (waiting) {
        // Who is called again and again before their turn has one turn all the same.
        Object.assign(waiting, { ring: ofCall(call.call), call });
      } else {
        this.turns.push({ ring: ofCall(call.call), call, notBefore });
      }
    }

    /** A call that stands again after another took its place is news. */
    #forgetUnknown() {
      const known = new Set([...this.standing, ...this.recent].map((call) => call.call));
      this.announced = new Set([...this.announced].filter((call) => known.has(call)));
    }

    #cleared(visit) {
      const isBack = (turn) => turn.ring.kind === "withdrawal";
      this.turns = this.turns.filter((turn) => turn.call.visit !== visit || isBack(turn));
      const call = this.#standingOf(visit);
      if (call) {
        this.standing = this.standing.filter((standing) => standing !== call);
        this.recent.splice(indexFor(this.recent, call), 0, call);
        this.recent.length = Math.min(this.recent.length, RECENT);
        this.#forgetUnknown();
      }
    }

    #withdrawn(now, visit, number, also) {
      const known = [...this.standing, ...this.recent].find((call) => call.visit === visit);
      const stood = this.#standingOf(visit);
      const isOther = (call) => call.visit !== visit;
      this.standing = this.standing.filter(isOther);
      this.recent = this.recent.filter(isOther);
      this.turns = this.turns.filter((turn) => turn.call.visit !== visit);
      if (stood) {
        this.announced.delete(stood.call);
      }
      const ring = ofWithdrawal(visit);
      const { place } = this;
      if (place && isCallOf(place.shown, visit)) {
        // Somebody may be on the way to the counter in vain: that cannot wait for the minimum.
        const call = { ...place.shown.call, number, also };
        this.due.push(due(ring, call, this.turns.length));
        Object.assign(place, { shown: withdrawal(call), since: now, highlighted: now, until: now + MINIMUM });
      } else if (known) {
        // A withdrawal that comes twice is said once.
        this.turns.push({ ring, call: { ...known, number, also }, notBefore: now });
      }
    }

    /** The announced calls that are gone from a snapshot without a word. */
    #takenBack(snapshot) {
      if (snapshot.house?.interrupted) {
        return [];
      }
      const known = new Set([...snapshot.standing, ...snapshot.recent].map((call) => call.visit));
      const oldest = snapshot.recent.length >= RECENT ? snapshot.recent.at(-1) : null;
      // Of two calls of the same moment the older may be the one that had no room any more.
      const reachesBack = ({ call, at }) => {
        const later = oldest && Date.parse(at) - Date.parse(oldest.at);
        return !oldest || later > 0 || (later === 0 && oldest.call <= call);
      };
      const isGone = (gone) => {
        const isYoung = Date.parse(snapshot.now) - Date.parse(gone.at) < TAKEN_BACK;
        return isYoung && this.announced.has(gone.call) && !known.has(gone.visit) && reachesBack(gone);
      };
      return this.standing.filter(isGone);
    }

    #replace(now, snapshot) {
      const isStarting = this.facts === null;
      const lobbyTime = Date.parse(snapshot.now);
      for (const { visit, number, also } of this.#takenBack(snapshot)) {
        this.#withdrawn(now, visit, number, also ?? []);
      }
      this.facts = { ...snapshot, lobbyTime, taken: now };
      this.standing = [...snapshot.standing].sort((one, other) => other.call - one.call);
      this.recent = [...snapshot.recent];
      if (this.interrupted) {
        // No call, none that is still to come, and no sound of one.
        Object.assign(this, { standing: [], turns: [], due: [], place: null, sounding: null });
      }
      const visits = new Set(this.standing.map((call) => call.visit));
      this.#forgetUnknown();
      this.turns = this.turns.filter(
        ({ ring, call }) => (ring.kind === "call") === visits.has(call.visit),
      );
      for (const call of [...this.standing].reverse()) {
        if (this.announced.has(call.call) || this.#waitsForTurn(call.call)) {
          continue;
        }
        if (isStarting && lobbyTime - Date.parse(call.at) >= RINGS_AFTER_START) {
          this.announced.add(call.call);
        } else {
          this.#announce(now, call, now);
        }
      }
    }
  }

  const sum = (calls, needed) => calls.reduce((slots, call) => slots + needed(call), 0);

  /** As many parts as are needed so that each fits. */
  function inParts(calls, slots, needed) {
    const parts = [];
    for (const call of calls) {
      const last = parts.at(-1);
      if (last && sum(last, needed) + needed(call) <= slots) {
        last.push(call);
      } else {
        parts.push([call]);
      }
    }
    return parts;
  }

  return { Board, MINIMUM, visitOf };
})();
