// The playground page: an editor, the findings beside it, and the worker that judges. Nothing is sent anywhere.
const here = new URL(".", import.meta.url);
const page = (name) => document.getElementById(`pit-${name}`);
const [editor, paint, gutter, list, status, every, unsafe] = ["editor", "paint", "gutter", "findings", "status", "every", "unsafe"].map(page);

let worker = null;
let version = "";
let asked = 0; // the number of the last question
let busy = false; // whether the worker still owes an answer
let stale = false; // whether the text has changed since it was asked
let findings = [];
let timer = 0;

const EXAMPLES = {
  "A pattern that matches nothing": `import re

key = "sales"
pattern = re.compile(rf"{key}_(\\d{6})_(\\d{6})\\.xlsx")
print(pattern.match("sales_202401_202402.xlsx"))
`,
  "is, and a chain": `def label(count: int, line: str) -> str:
    if count is 257:
        return "full"
    if "$" in line == False:
        return "free"
    return "other"
`,
  "A call that stops the loop": `import asyncio
import time


def load(name):
    time.sleep(1)
    return name


async def main():
    time.sleep(0.5)
    print(load("a"), await asyncio.sleep(0.1, "b"))


asyncio.run(main())
`,
  "Threads that do not run": `from threading import Thread


def work():
    print("work")


first = Thread(target=work())
first.start()
second = Thread(work)
second.start()
third = Thread(target=work)
print(third.is_alive)
`,
  "How long did it take?": `import time
import timeit

began = time.time()
total = sum(range(1000))
print(f"took {time.time() - began:.3f} s")
print("sum:", timeit.timeit("sum(range(1000))"), "[ms]")
print("한글 😀 " + str(range(3)), total is 499500)
`,
  "pandas.concat and dropna": `import pandas as pd

df1 = pd.DataFrame({"A": [1, 2, 3], "B": [None, None, None]})
df2 = pd.DataFrame({"A": [4, 5, 6], "B": [None, None, None]})
one = df1.dropna(axis=1, how="all")
two = df2.dropna(axis=1, how="all")
print(pd.concat([one, two], ignore_index=True))
`,
};

// The text in colours, and the findings under it

const TOKEN =
  /(#[^\n]*)|((?:\b[rbuft]{1,2})?(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))|(?<!\.)\b(and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally|for|from|global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield)\b|\b(\d[\w.]*)\b/gi;
const KINDS = ["comment", "string", "keyword", "number"];

function tokens(text) {
  const found = [];
  for (const match of text.matchAll(TOKEN)) {
    const kind = KINDS[match.slice(1).findIndex((part) => part !== undefined)];
    found.push({ start: match.index, end: match.index + match[0].length, kind });
  }
  return found;
}

const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

// The text as the HTML of its lines; one pass over tokens and marks.
function coloured(text, marks) {
  const cuts = new Map(); // offset -> what begins and what ends there
  const at = (offset) => cuts.get(offset) ?? cuts.set(offset, []).get(offset);
  for (const { start, end, kind } of [...tokens(text), ...marks]) {
    at(start).push([kind, 1]);
    at(Math.min(end, text.length)).push([kind, -1]);
  }
  const open = new Map();
  const lines = [""];
  let last = 0;
  for (const offset of [...cuts.keys(), text.length].sort((a, b) => a - b)) {
    const kinds = [...open].filter(([, count]) => count > 0).map(([kind]) => kind);
    text.slice(last, offset).split("\n").forEach((piece, n) => {
      if (n) lines.push("");
      const part = piece.replace(/[&<>]/g, (one) => ESCAPED[one]);
      lines[lines.length - 1] += kinds.length && part ? `<span class="${kinds.join(" ")}">${part}</span>` : part;
    });
    for (const [kind, step] of cuts.get(offset) ?? []) open.set(kind, (open.get(kind) ?? 0) + step);
    last = offset;
  }
  return lines;
}

let painted = []; // what each line of the picture holds

// Only the lines that changed are painted anew, so that a long program is typed as smoothly as a short one.
function draw() {
  const text = editor.value;
  const known = stale ? findings.filter((one) => one.end <= text.length) : findings;
  const marks = known.map(({ start, end, level }) => ({ start, end: Math.max(end, start + 1), kind: `mark ${level}` }));
  const lines = coloured(text, marks);
  let head = 0;
  while (head < Math.min(lines.length, painted.length) && lines[head] === painted[head]) head++;
  let tail = 0;
  while (tail < Math.min(lines.length, painted.length) - head && lines.at(-1 - tail) === painted.at(-1 - tail)) tail++;
  for (let n = painted.length - tail - 1; n >= head; n--) paint.children[n].remove();
  const rest = paint.children[head] ?? null;
  for (const line of lines.slice(head, lines.length - tail)) {
    const made = document.createElement("div");
    made.innerHTML = `${line}\n`;
    paint.insertBefore(made, rest);
  }
  if (lines.length !== painted.length) gutter.textContent = Array.from(lines, (_, n) => n + 1).join("\n");
  painted = lines;
  follow();
}

function follow() {
  paint.scrollTop = gutter.scrollTop = editor.scrollTop;
  paint.scrollLeft = editor.scrollLeft;
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

// What a message holds between backquotes is code.
function prose(text) {
  return text.split("`").map((part, n) => (n % 2 ? element("code", "", part) : part));
}

function card(one) {
  const link = element("a", "pit-code", one.code);
  link.href = new URL(`../rules/${one.code}.html`, here);
  link.title = one.name;
  const place = element("button", "pit-place", `line ${one.line}`);
  place.onclick = () => reveal(one.start, one.end);
  const body = element("div", `pit-card ${one.level}`, element("div", "pit-head", link, " ", element("span", "pit-name", one.name), place));
  body.append(element("p", "", ...prose(one.message)));
  for (const step of one.related) body.append(element("p", "pit-step", `line ${step.line}: `, ...prose(step.message)));
  for (const fix of one.fixes) {
    const button = element("button", "pit-fix", `${fix.title} (${fix.safety})`);
    button.onclick = () => change(fix.after);
    const diff = element("pre", "pit-diff", ...fix.diff.map((line) => element("span", line[0] === "+" ? "plus" : "minus", `${line}\n`)));
    body.append(fix.safety === "display" ? element("p", "", fix.title) : button, diff);
  }
  if (one.note && !one.fixes.length) body.append(element("p", "pit-note", one.note));
  return body;
}

function reveal(start, end) {
  editor.focus();
  editor.setSelectionRange(start, end);
  const line = editor.value.slice(0, start).split("\n").length;
  const height = parseFloat(getComputedStyle(editor).lineHeight);
  editor.scrollTop = Math.max(0, (line - 4) * height);
}

// The card of the finding that the cursor stands in.
function point() {
  if (document.activeElement !== editor) return;
  const at = editor.selectionStart;
  const here = findings.findIndex((one) => one.start <= at && at <= one.end);
  [...list.children].forEach((one, n) => one.classList.toggle("here", n === here));
  if (here >= 0 && !stale) list.children[here]?.scrollIntoView({ block: "nearest" });
}

// Asking: one question at a time, and only the newest text

function ask() {
  if (!worker) return;
  stale = true;
  if (busy) return;
  busy = true;
  stale = false;
  worker.postMessage({ kind: "judge", id: ++asked, text: editor.value, every: every.checked });
}

function hear({ data }) {
  if (data.kind === "ready") {
    version = data.version;
    document.documentElement.dataset.pitReady = version;
    ask();
  } else if (data.kind === "judged") {
    busy = false;
    if (stale) return ask();
    show(data);
  } else if (data.kind === "repaired") {
    busy = false;
    if (stale) ask(); // the text has changed in the meantime: the repair is out of date
    else change(data.text);
  } else {
    busy = false;
    status.textContent = data.id === undefined ? `Python did not start: ${data.error}` : `The linter failed: ${data.error}`;
  }
}

function show(answer) {
  findings = answer.findings;
  const cards = findings.map(card);
  for (const error of answer.errors) cards.push(element("p", "pit-broken", error));
  if (!cards.length) cards.push(element("p", "pit-none", editor.value.trim() ? "Nothing found." : "Type or paste a program."));
  list.replaceChildren(...cards);
  const count = `${findings.length} finding${findings.length === 1 ? "" : "s"}`;
  status.textContent = `${count} · ${answer.took < 10 ? answer.took.toFixed(1) : Math.round(answer.took)} ms · Python ${version} in this browser`;
  list.dataset.text = String(editor.value.length);
  draw();
  point();
}

// A change that the browser's own undo knows. Only what differs is put in, since browsers take seconds for a long text.
function change(text) {
  const old = editor.value;
  if (text === old) return ask();
  let start = 0;
  while (start < old.length && old[start] === text[start]) start++;
  let tail = 0;
  while (tail < Math.min(old.length, text.length) - start && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  editor.focus();
  editor.setSelectionRange(start, old.length - tail);
  const part = text.slice(start, text.length - tail);
  if (!(part ? document.execCommand("insertText", false, part) : document.execCommand("delete"))) {
    editor.value = text;
    edited();
  }
}

function edited() {
  stale = true;
  draw();
  clearTimeout(timer);
  timer = setTimeout(ask, 60);
}

// Share links: the text is in the address behind the #, which browsers never send to a server

async function through(stream, bytes) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

async function packed(text) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

async function unpacked(code) {
  const bytes = Uint8Array.from(atob(code.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(await through(new DecompressionStream("deflate-raw"), bytes));
}

async function fromAddress() {
  const found = /^#code=([\w-]+)$/.exec(location.hash);
  if (!found) return null;
  try {
    return await unpacked(found[1]);
  } catch {
    status.textContent = "This link is cut off or damaged.";
    return null;
  }
}

async function share() {
  history.replaceState(null, "", `#code=${await packed(editor.value)}`);
  try {
    await navigator.clipboard.writeText(location.href);
    page("share").textContent = "Link copied";
  } catch {
    page("share").textContent = "The link is in the address bar";
  }
  setTimeout(() => (page("share").textContent = "Share"), 2500);
}

async function begin() {
  const chooser = page("examples");
  for (const name of Object.keys(EXAMPLES)) chooser.append(new Option(name));
  chooser.onchange = () => {
    change(EXAMPLES[chooser.value] ?? editor.value);
    editor.setSelectionRange(0, 0);
    editor.scrollTop = 0;
  };
  editor.addEventListener("input", edited);
  editor.addEventListener("scroll", follow);
  document.addEventListener("selectionchange", point);
  editor.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey && !escaped) {
      event.preventDefault();
      document.execCommand("insertText", false, "    ");
    }
    escaped = event.key === "Escape"; // Escape, then Tab, leaves the editor
  });
  every.onchange = ask;
  page("fix").onclick = () => {
    if (busy || !worker) return;
    busy = true;
    stale = false;
    worker.postMessage({ kind: "repair", id: ++asked, text: editor.value, every: every.checked, unsafe: unsafe.checked });
  };
  page("share").onclick = share;
  addEventListener("hashchange", async () => change((await fromAddress()) ?? editor.value));
  editor.value = (await fromAddress()) ?? Object.values(EXAMPLES)[0];
  draw();
  status.textContent = "Python is on its way (12 MB, once) …";
  worker = new Worker(new URL("worker.js", here), { type: "module" });
  worker.onmessage = hear;
  worker.onerror = (event) => {
    status.textContent = `Python did not start: ${event.message ?? "its files are not part of this site"}`;
  };
}

let escaped = false;
begin();
