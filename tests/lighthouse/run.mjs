// Measures pages as a desktop browser loads them: `node run.mjs SITE LINK PATH…`, with CHROME_PATH. Signs in with the one-time
// link, runs each page five times and prints medians, and one line for the table of promises.
import * as chromeLauncher from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const RUNS = 5;
const CATEGORIES = ["performance", "accessibility", "best-practices"];
/** What is promised: scores of a hundred, milliseconds, and a share. */
const SCORE = 95;
const LARGEST_PAINT = 1500;
const LAYOUT_SHIFT = 0.05;
/** How often a load may be measured anew whose recording the browser has lost the beginning of: nothing was measured then. */
const LOST = 3;

const [site, link, ...paths] = process.argv.slice(2);

const middle = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** The cookie of a session, as a browser without a script gets it. */
async function signedIn() {
  const token = new URL(link).pathname.split("/").pop();
  const answer = await fetch(`${site}/api/link_consume`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: site, accept: "text/html", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (answer.status !== 303 || cookies.length === 0) {
    throw new Error(`signing in was answered with ${answer.status}`);
  }
  return cookies.join("; ");
}

const cookie = await signedIn();
const chrome = await chromeLauncher.launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
const missed = [];
const told = [];
let lost = 0;
try {
  for (const path of paths) {
    const seen = [];
    while (seen.length < RUNS) {
      const options = {
        port: chrome.port,
        onlyCategories: CATEGORIES,
        extraHeaders: { Cookie: cookie },
        logLevel: "error",
      };
      const { lhr } = await lighthouse(site + path, options, desktopConfig);
      if (lhr.runtimeError?.code === "NO_NAVSTART" && lost < LOST) {
        lost += 1;
        console.log(`lighthouse ${path}: the browser recorded no beginning (${lost} of at most ${LOST}); measured anew`);
        continue;
      }
      if (lhr.runtimeError || !lhr.finalDisplayedUrl.endsWith(path)) {
        throw new Error(`${path}: ${lhr.runtimeError?.message ?? `led to ${lhr.finalDisplayedUrl}`}`);
      }
      seen.push(lhr);
    }
    const scores = CATEGORIES.map((name) => middle(seen.map((lhr) => Math.round(lhr.categories[name].score * 100))));
    const figure = (audit) => middle(seen.map((lhr) => lhr.audits[audit].numericValue));
    const paint = figure("largest-contentful-paint");
    const shift = figure("cumulative-layout-shift");
    const weight = figure("total-byte-weight");
    console.log(
      `lighthouse ${path}: ${CATEGORIES.map((name, at) => `${name} ${scores[at]}`).join(", ")}, ` +
        `LCP ${Math.round(paint)} ms, CLS ${shift.toFixed(3)}, ${Math.round(weight / 1000)} kB`,
    );
    if (scores.some((score) => score < SCORE) || paint > LARGEST_PAINT || shift > LAYOUT_SHIFT) {
      missed.push(path);
      // What there is to mend, by name.
      const flawed = Object.values(seen[0].audits).filter((audit) => audit.score !== null && audit.score < 0.9);
      for (const audit of flawed) console.log(`  ${audit.id}: ${audit.displayValue ?? audit.title}`);
    }
    told.push(`${path} ${scores.join("/")}, LCP ${Math.round(paint)} ms, CLS ${shift.toFixed(3)}`);
  }
} finally {
  await chrome.kill();
}
console.log(`promised lighthouse ${missed.length === 0 ? "kept" : "missed"} ${told.join("; ")}`);
