// Elements are made here and nowhere else; words reach them as text nodes only.

/** An element: its tag and class ("span.quiet"), attributes if there are any (a function is a listener), and its children.
 * @param {string} what @param {...any} children @returns {any} */
function el(what, ...children) {
  const [tag, kind] = what.split(".");
  const attributes = children[0] && Object.getPrototypeOf(children[0]) === Object.prototype ? children.shift() : null;
  return fill(set(set(document.createElement(tag), { class: kind }), attributes), ...children);
}

/** @param {string} tag @param {Record<string, any>} attributes @param {...any} children @returns {any} */
const svg = (tag, attributes, ...children) => fill(set(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes), ...children);

/** @param {any} element @param {Record<string, any> | null | undefined} attributes @returns {any} */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if ((value ?? false) !== false) element.setAttribute(name, value);
  }
  return element;
}

/** @param {any} element @param {...any} children @returns {any} */
function fill(element, ...children) {
  for (const child of children.flat(9)) if ((child ?? false) !== false) element.append(child);
  return element;
}

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

/** @param {any} element @param {...any} children */
function replace(element, ...children) {
  element.replaceChildren();
  return fill(element, ...children);
}

// C0 but tab and line feed, DEL, C1, bidi controls, line and paragraph separators: as in render/escape.cpp.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

/** Scraped words: hidden controls stay in textContent and show as chips that name them.
 * @param {string} text @returns {Node[]} */
function pieces(text) {
  if (!HIDDEN.test(text)) return [document.createTextNode(text)];
  const out = [];
  let from = 0;
  for (let at = 0; at < text.length; ++at) {
    if (!HIDDEN.test(text[at])) continue;
    if (at > from) out.push(document.createTextNode(text.slice(from, at)));
    const name = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
    out.push(el("bdi", { class: "ctl", "data-u": name }, el("span", { hidden: true }, text[at])));
    from = at + 1;
  }
  if (from < text.length) out.push(document.createTextNode(text.slice(from)));
  return out;
}

/** Scraped words whose direction ends where they end.
 * @param {string} text */
const words = (text) => el("bdi", pieces(text));

/** @param {string} text @param {number} most */
function shorten(text, most) {
  const points = Array.from(text.slice(0, most * 2 + 2).replaceAll("\n", " "));
  return points.length > most ? `${points.slice(0, most).join("")}…` : points.join("");
}

/** @param {string} text @param {number} most */
const brief = (text, most) => words(shorten(text, most));

/** "not-a-finding" → "Not a finding" @param {string} name */
const inWords = (name) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
/** @param {string} phrase */
const asSentence = (phrase) => (phrase ? inWords(phrase).replace(/\.?$/, ".") : "");
/** @param {number} n @param {string} one @param {string} [many] */
const counted = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** @param {string} text @param {(event: Event) => void} click @param {Record<string, any>} [more] */
const button = (text, click, more) => el("button", { type: "button", click, ...more }, text);

/** Tells what has been done, on screen and to screen readers. @param {string} text */
function say(text) {
  byId("status").textContent = text;
}
