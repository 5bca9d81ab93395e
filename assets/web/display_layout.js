// Where things are and how large, from the panel's diagonal, its pixels and the farthest seat: the same rules as the
// program's (display/src/layout.rs). Sizes in CSS pixels.
"use strict";

globalThis.FoyerLayout = (() => {
  const INCH_MM = 25.4;
  const COMFORTABLE = 1 / 155; // of the distance: VBG BGI 650
  const LOW_VISION = 0.0122; // EN 301 549, 5.1.4: 0.7°
  const USUAL_NUMBER = "A\u202f088";
  const USUAL_COUNTER = "Schalter 88";
  const FAMILY = '"Noto Sans", "Noto Sans Arabic", system-ui, sans-serif';
  const pen = document.createElement("canvas").getContext("2d");
  const clamp = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));

  /** Height of capitals as a share of the size: of the typeface that this browser has. */
  const CAPITAL = (() => {
    pen.font = font(true, 1000);
    const height = pen.measureText("H").actualBoundingBoxAscent / 1000;
    return height > 0.5 && height < 1 ? height : 0.714;
  })();

  function font(bold, size) {
    return `${bold ? 700 : 400} ${size}px ${FAMILY}`;
  }

  const known = new Map();

  function width(text, bold, size) {
    const key = `${bold} ${text}`;
    if (!known.has(key)) {
      pen.font = font(bold, 100);
      if (known.size > 2000) {
        known.clear();
      }
      known.set(key, pen.measureText(text).width / 100);
    }
    return known.get(key) * size;
  }

  /** The size at which a text fits on one line. */
  function oneLine(text, bold, room, largest) {
    const at100 = width(text, bold, 100);
    const fitting = at100 > 0 ? 100 * Math.min(room.width / at100, room.height / 100) : largest;
    return Math.max(1, Math.floor(Math.min(fitting, largest)));
  }

  /** How many lines a text takes; Infinity where a word is longer than a line. */
  function lines(text, bold, size, most) {
    let count = 1;
    let used = 0;
    const space = width(" ", bold, size);
    for (const word of text.split(/\s+/)) {
      const length = width(word, bold, size);
      if (length > most) {
        return Infinity;
      }
      if (used > 0 && used + space + length > most) {
        count += 1;
        used = length;
      } else {
        used += (used > 0 ? space : 0) + length;
      }
    }
    return count;
  }

  /** The largest of some sizes at which a text fits in several lines; the smallest where none fits. */
  function severalLines(text, bold, lineHeight, room, sizes) {
    const fits = (size) => lines(text, bold, size, room.width) * size * lineHeight <= room.height;
    return sizes.find(fits) ?? sizes.at(-1);
  }

  const steps = (largest, from, to, of) =>
    Array.from({ length: from - to + 1 }, (_, index) => (largest * (from - index)) / of);

  /** Of a window on a panel that has `whole` pixels. */
  function of(size, panel, whole) {
    const upright = size.height > size.width;
    const short = Math.max(1, Math.min(size.width, size.height));
    const pxPerMm = Math.hypot(whole.width, whole.height) / (Math.max(1, panel.inch) * INCH_MM);
    const distance = panel.metres * 1000;
    const space = Math.round(short / 27);
    const wanted = (distance * COMFORTABLE * pxPerMm) / CAPITAL;
    const footText = clamp(wanted, short / 30, short / 22);
    const foot = { width: size.width, height: Math.round(footText * (upright ? 4.4 : 2.2)) };
    const body = size.height - foot.height;
    const widest = upright ? size.width : size.width * 0.44;
    const rowsHeight = (upright ? body * 0.5 : body) / 3;
    let rowText = clamp(wanted, short / 20, rowsHeight / 1.7);
    const rowWidth = (text) =>
      width(USUAL_NUMBER, true, text) + width(USUAL_COUNTER, false, text) + 2.5 * space + text * 0.6;
    let needed = rowWidth(rowText);
    const stacked = needed > widest;
    if (stacked) {
      const room = { width: widest - 2.5 * space, height: Infinity };
      rowText = Math.min(oneLine(USUAL_COUNTER, false, room, rowText), rowsHeight / 2.75);
      needed = widest;
    }
    const rowHeight = Math.round(rowText * (stacked ? 2.75 : 1.7));
    const besides = Math.round(clamp(needed, size.width * 0.34, widest));
    const call = upright
      ? { width: size.width, height: Math.round(body * 0.5) }
      : { width: size.width - besides, height: body };
    const history = upright
      ? { width: size.width, height: body - call.height }
      : { width: besides, height: body };
    const rows = Math.max(1, Math.floor((history.height - space) / rowHeight));
    return {
      size, upright, call, history, foot, rowText, rowHeight, rows, stacked, footText, space, pxPerMm, distance,
    };
  }

  /** Sizes of the big number and its counter: the same, unless the counter's name needs several lines. */
  function callText(number, counter, room) {
    const half = { width: room.width, height: room.height * 0.5 };
    const ofNumber = oneLine(number, true, half, Infinity);
    const same = oneLine(counter, true, half, ofNumber);
    if (same >= ofNumber * 0.5) {
      return { number: same, counter: same };
    }
    const large = Math.min(ofNumber, room.height * 0.38);
    const below = { width: room.width, height: room.height - large * 1.05 };
    return { number: large, counter: severalLines(counter, true, 1.1, below, steps(large, 20, 4, 20)) };
  }

  const callRoom = ({ call, space }) => ({
    width: call.width - 3 * space,
    height: (call.height - 3 * space) * 0.8,
  });

  /** The room for a counter's name beside the number, or under it where it is long. */
  function nameRoom(layout, isLong) {
    const room = layout.history.width - 2 * layout.space;
    const number = Math.ceil(width(USUAL_NUMBER, true, layout.rowText));
    if (layout.stacked) {
      return { width: room, height: layout.rowHeight - layout.rowText * 1.25 };
    }
    return isLong
      ? { width: room, height: layout.rowHeight * 1.9 - layout.rowText * 1.25 }
      : { width: room - number - layout.rowText * 0.6, height: layout.rowHeight };
  }

  /** How many rows a call to this counter takes. */
  function slots(layout, counter) {
    const long = width(counter, false, layout.rowText) * 0.8 > nameRoom(layout, false).width;
    return long && !layout.stacked && layout.rows >= 2 ? 2 : 1;
  }

  /** What the panel can show and what the distance asks for, in millimetres. */
  function sizes(layout) {
    const mm = (text) => (text * CAPITAL) / layout.pxPerMm;
    const call = callText(USUAL_NUMBER, USUAL_COUNTER, callRoom(layout)).number;
    return [
      { what: "number and counter", found: mm(call), least: layout.distance * LOW_VISION },
      { what: "history", found: mm(layout.rowText), least: layout.distance * COMFORTABLE },
    ];
  }

  return { of, oneLine, severalLines, steps, callText, callRoom, nameRoom, slots, sizes, width };
})();
