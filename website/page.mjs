// Tries the built site in headless Chromium, as a reader would, and takes pictures of it:
//
//     mkdocs build --strict && node website/page.mjs site [FOLDER-FOR-PICTURES]
//
// Prints a line for each thing that it saw; ends with 1 at the first that is not so, with 2 where Chromium is not here.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";

const [site, pictures] = process.argv.slice(2);
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", process.env.CHROMIUM].find((path) => path && existsSync(path));
if (!executablePath) {
  console.error("Chromium is not here");
  process.exit(2);
}
const { chromium } = await import("playwright-core");

const KINDS = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
const server = createServer((request, response) => {
  const path = join(site, normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)).replace(/\/$/, "/index.html"));
  if (!existsSync(path)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": KINDS[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const home = `http://127.0.0.1:${server.address().port}`;

const profile = mkdtempSync(join(tmpdir(), "pitfalls-page-"));
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: [...flags, "--disable-component-update", "--disable-sync"],
  viewport: { width: 1280, height: 860 },
  permissions: ["clipboard-read", "clipboard-write"],
});
const trouble = [];
const page = browser.pages()[0] ?? (await browser.newPage());
page.on("request", (request) => request.url().startsWith(home) || /^(data|blob):/.test(request.url()) || trouble.push(`asks ${request.url()}`));
page.on("pageerror", (error) => trouble.push(`error ${error}`));
page.on("console", (message) => message.type() === "error" && trouble.push(`console ${message.text()}`));
page.on("response", (response) => response.status() >= 400 && trouble.push(`${response.status()} ${response.url()}`));

const picture = async (name) => pictures && (await page.screenshot({ path: join(pictures, `${name}.png`) }));
page.setDefaultTimeout(120000);
const text = () => page.locator("#pit-editor").inputValue();
const codes = () => page.locator(".pit-card .pit-code").allTextContents();
const marks = () => page.evaluate(() => {
  const parts = [];
  let last = null;
  for (const one of [...document.getElementById("pit-paint").children].flatMap((line) => [...line.childNodes])) {
    if (!one.classList?.contains("mark")) last = null;
    else if (last === null) parts.push((last = one.textContent));
    else parts[parts.length - 1] += one.textContent;
  }
  return parts;
});
// The answer to a text: the status line is written anew for each.
async function judged(act) {
  await page.evaluate(() => (document.getElementById("pit-status").textContent = "waiting"));
  await act();
  await page.waitForFunction(() => / ms · /.test(document.getElementById("pit-status").textContent), null, { timeout: 120000 });
}
const type = (program) => judged(() => page.locator("#pit-editor").fill(program));
const seen = (what) => console.log(`ok: ${what}`);

try {
  await page.goto(`${home}/index.html`);
  await picture("start");
  await page.goto(`${home}/rules/PIT101.html`);
  await picture("rule");
  await page.goto(`${home}/rules/index.html`);
  await picture("rules");

  let began = Date.now();
  await page.goto(`${home}/playground.html`);
  await page.waitForFunction(() => / ms · |did not start/.test(document.getElementById("pit-status").textContent), null, { timeout: 180000 });
  assert.doesNotMatch(await page.locator("#pit-status").textContent(), /did not start/);
  await page.waitForSelector(".pit-card");
  seen(`Python ${await page.getAttribute("html", "data-pit-ready")} is ready and has judged after ${Date.now() - began} ms`);
  assert.deepEqual(await codes(), ["PIT101", "PIT101"]);
  assert.deepEqual(await marks(), ["{6}", "{6}"]);
  await picture("playground");

  await type('"한글 😀"; ready = x is 257  # 끝\n');
  assert.deepEqual([await codes(), await marks()], [["PIT201"], ["x is 257"]]);
  seen("what stands behind Korean text and an emoji is marked to the character");
  await judged(() => page.locator(".pit-fix").click());
  assert.equal(await text(), '"한글 😀"; ready = x == 257  # 끝\n');
  assert.deepEqual(await codes(), []);
  await judged(() => page.keyboard.press("Control+z"));
  assert.equal(await text(), '"한글 😀"; ready = x is 257  # 끝\n');
  seen("a fix is made by a click, and undone by Ctrl+Z");
  await page.locator(".pit-place").click();
  assert.equal(await page.evaluate(() => getSelection().toString()), "x is 257");
  assert.equal(await page.locator(".pit-card.here .pit-code").textContent(), "PIT201");
  seen("a click on its line shows where a finding stands");

  await type("");
  const session = await browser.newCDPSession(page);
  await page.locator("#pit-editor").focus();
  await page.keyboard.type('label = "');
  for (const part of ["ㅎ", "하", "한"]) await session.send("Input.imeSetComposition", { text: part, selectionStart: 1, selectionEnd: 1 });
  await session.send("Input.insertText", { text: "한글" });
  await judged(() => page.keyboard.type('"; full = label is 3'));
  assert.equal(await text(), 'label = "한글"; full = label is 3');
  assert.deepEqual([await codes(), await marks()], [["PIT201"], ["label is 3"]]);
  seen("Korean is composed as it is typed");

  await type('import re\npattern = re.compile(rf"{key}\\d{,3}")\nx = 3 is y\n');
  assert.ok((await codes()).includes("PIT104"));
  await type("def broken(:\n");
  assert.match(await page.locator(".pit-broken").textContent(), /does not parse/);
  seen("a program that does not parse says so; PIT104 says why");

  await type("import threading\nlock = threading.Lock()\nwith threading.Lock():\n    pass\n");
  assert.deepEqual([await codes(), await page.locator(".pit-fix").count()], [["PIT319"], 0]);
  assert.match(await page.locator(".pit-note").textContent(), /no fix/);
  seen("a finding without a fix says so");

  await type('def f(c, line):\n    print(c is 3)\n    return "$" in line == False\n');
  await judged(() => page.locator("#pit-fix").click());
  assert.equal(await text(), 'def f(c, line):\n    print(c == 3)\n    return "$" in line == False\n');
  await page.locator("#pit-unsafe").check();
  await judged(() => page.locator("#pit-fix").click());
  assert.equal(await text(), 'def f(c, line):\n    print(c == 3)\n    return "$" not in line\n');
  await type("def f(a):\n    b = a\n    return b\n");
  assert.deepEqual(await codes(), []);
  await judged(() => page.locator("#pit-every").check());
  assert.deepEqual(await codes(), ["PIT509"]);
  await page.locator("#pit-every").uncheck();
  seen("safe fixes, then unsafe ones, then the codes that are off by default");

  const program = "# 한글 😀\nready = x is 257\n";
  await type(program);
  await page.locator("#pit-share").click();
  await page.waitForFunction(() => location.hash.startsWith("#code="));
  const link = page.url();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  await page.goto(`${home}/rules/PIT203.html`);
  await page.locator(".try a").first().click();
  await page.waitForSelector(".pit-card", { timeout: 180000 });
  assert.deepEqual(await codes(), ["PIT203"]);
  await judged(() => page.goto(link)); // only what is behind the # differs, so the page stays
  assert.equal(await text(), program);
  seen("a link holds the program; so do those of the rules' pages");

  const long = readFileSync(new URL("../flake8_pitfalls/fixer.py", import.meta.url), "utf8").repeat(3);
  await page.locator("#pit-editor").fill("");
  await page.evaluate((program) => navigator.clipboard.writeText(program), long);
  began = Date.now();
  await judged(() => page.keyboard.press("Control+v"));
  seen(`${long.split("\n").length} lines are pasted and judged after ${Date.now() - began} ms`);
  const took = await page.locator("#pit-status").textContent();
  await page.evaluate(() => {
    window.slowest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.slowest = Math.max(window.slowest, one.duration)))).observe({ type: "longtask" });
  });
  began = Date.now();
  await page.keyboard.type("x = y is 300 # and so on", { delay: 15 });
  const typed = Date.now() - began;
  await page.waitForFunction(() => document.querySelector("#pit-findings .pit-card"));
  const slowest = await page.evaluate(() => window.slowest);
  seen(`${long.split("\n").length} lines: ${took.trim()}; 24 keys in ${typed} ms, the page's longest pause ${slowest} ms`);
  const at_once = await page.evaluate(() => {
    document.execCommand("insertText", false, "# 바로");
    return document.getElementById("pit-paint").textContent.includes("# 바로");
  });
  assert.ok(at_once, "what is typed stands there before anything is judged");

  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("#pit-examples").selectOption("Threads that do not run");
  await page.waitForFunction(() => document.querySelector(".pit-code")?.textContent === "PIT310");
  assert.equal(await page.getAttribute("body", "data-md-color-scheme"), "slate");
  await picture("playground-dark");
  await page.setViewportSize({ width: 420, height: 900 });
  await picture("playground-narrow");
  seen("dark, and on a narrow screen");

  assert.deepEqual(trouble, []);
  seen("nothing was asked of any other host, and no error was logged");
} catch (error) {
  const status = await page.locator("#pit-status").textContent({ timeout: 1000 }).catch(() => "");
  console.error(String(error).slice(0, 2000), trouble, status);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}
