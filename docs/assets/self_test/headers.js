/** The headers: policy, guards, how long files may be kept. */

import { ASSETS, fresh, POLICY, passes, ROOT } from "./asked.js";
import { header } from "./remedies.js";

/** @typedef {import("./asked.js").Found} Found */

const DAY = 86_400; // seconds
const FOR_EVER = "public, max-age=31536000, immutable";

/** The policy of the page's meta element holds in any case; one in a header can only add to it. */
export async function policy() {
  const name = "Policy";
  const meta = document.querySelector(`meta[http-equiv="${POLICY}"]`);
  const own = parts(meta instanceof HTMLMetaElement ? meta.content : "");
  const sent = (await fresh(ROOT, { method: "HEAD" })).headers.get(POLICY);
  const whole = `${meta instanceof HTMLMetaElement ? meta.content : ""}; frame-ancestors 'self'`;
  /** @type {Found} */
  const found = { name, state: "better", says: "", changes: header(POLICY, whole) };
  if (!sent) {
    const says =
      "no header. The pages bring their own, which holds; a header would also forbid that other sites frame them";
    return [{ ...found, says }];
  }
  const theirs = parts(sent);
  const tighter = [...own].filter(([part, words]) => {
    const allowed = theirs.get(part) ?? theirs.get("default-src");
    return allowed && [...words].some((word) => word !== "'none'" && !allowed.has(word));
  });
  if (tighter.length > 0) {
    const says = `the header forbids what the site needs in ${tighter.map(([part]) => part).join(", ")}`;
    return [{ ...found, state: /** @type {const} */ ("change"), says }];
  }
  if (!theirs.has("frame-ancestors")) return [{ ...found, says: "without frame-ancestors" }];
  return [passes(name, "in the header and in the page")];
}

/**
 * @param {string} policy
 * @returns {Map<string, Set<string>>} what each directive allows
 */
function parts(policy) {
  const each = policy.split(";").map((part) => part.trim().split(/\s+/));
  return new Map(each.map(([name, ...words]) => [name ?? "", new Set(words)]));
}

/** @returns {Promise<Found[]>} */
export async function guards() {
  const { headers } = await fresh(ROOT, { method: "HEAD" });
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "no-referrer"],
  ].map(([name = "", value = ""]) => {
    const got = headers.get(name);
    if (got === value) return passes(name, value);
    return { name, state: "better", says: `got ${got ?? "none"}`, changes: header(name, value) };
  });
}

/** @returns {Promise<Found[]>} */
export async function caching() {
  const edition = await fresh(new URL("files.json", ASSETS), { method: "HEAD" });
  const page = await fresh(ROOT, { method: "HEAD" });
  return [ofEdition(edition.headers.get("Cache-Control")), ofPages(page.headers)];
}

/**
 * @param {string | null} got
 * @returns {Found}
 */
function ofEdition(got) {
  const name = "Caching of assets";
  if (got && (seconds(got) ?? 0) >= 30 * DAY) return passes(name, got);
  const says = `got ${got ?? "none"}. Below ${ASSETS.pathname} nothing ever changes, so browsers may keep it`;
  return { name, state: "better", says, changes: header("Cache-Control", FOR_EVER) };
}

/**
 * @param {Headers} headers
 * @returns {Found}
 */
function ofPages(headers) {
  const name = "Caching of pages";
  const got = headers.get("Cache-Control");
  const long = got ? (seconds(got) ?? 0) : 0;
  if (got && (/no-cache|no-store/.test(got) || long === 0)) return passes(name, got);
  const says = `got ${got ?? "none"}. A browser may show an old page after the site was renewed`;
  const state = long > DAY ? "change" : "better";
  return { name, state, says, changes: header("Cache-Control", "no-cache") };
}

/** @param {string} directive */
function seconds(directive) {
  const match = /max-age=(\d+)/.exec(directive);
  return match ? Number(match[1]) : undefined;
}
