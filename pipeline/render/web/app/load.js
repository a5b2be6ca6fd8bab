// Data of the report comes as classic scripts: pages opened from disk can neither fetch nor import.

const ADDRESS = /^(?:a\/[0-9a-f]{10}(?:-[0-9]{1,4})?|rules)\.js$/;

/** @param {string} address */
function checked(address) {
  if (!ADDRESS.test(address)) throw new TypeError("no file of the report");
  return address;
}
const policy = window.trustedTypes?.createPolicy("hypeline", { createScriptURL: checked }) ?? { createScriptURL: checked };

/** @type {Map<string, Promise<any>>} */
const loading = new Map();
/** @type {Map<any, (data: any) => void>} */
const waiting = new Map();

/** Called by a data file: hands its data to whom asked for it. @param {any} data */
function receive(data) {
  waiting.get(document.currentScript)?.(data);
}

/** The data of an article is JSON, deflated and in base64, and points back into a text that stands before it as a stored block. @param {string} packed */
async function unpacked(packed) {
  const { usual } = run, size = usual.length;
  const parts = new Blob([Uint8Array.of(0, size, size >> 8, ~size, ~size >> 8), usual, Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))]);
  return JSON.parse((await new Response(parts.stream().pipeThrough(new DecompressionStream("deflate-raw"))).text()).slice(size));
}

/** The data in a file of the report; rejects where there is none.
 * @param {string} address @returns {Promise<any>} */
function load(address) {
  const known = loading.get(address);
  if (known) return known;
  const made = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    waiting.set(script, resolve);
    script.addEventListener("error", () => reject(new Error(`${address} cannot be read`)));
    script.addEventListener("load", () => { waiting.delete(script); script.remove(); reject(new Error(`${address} holds no data`)); });
    script.src = policy.createScriptURL(address);
    document.head.append(script);
  });
  loading.set(address, made);
  made.catch(() => loading.delete(address));
  return made;
}
