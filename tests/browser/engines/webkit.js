// WebKitGTK in a window and on a screen of its own, driven through WebDriver. The protocol is a few
// requests; a library for it would need a newer Node.js.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const name = "WebKit";

const WINDOW = fileURLToPath(new URL("window.py", import.meta.url));
const KEYS = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Space: " ",
};
const START_TIMEOUT = 20_000;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

function line(pipe, answers) {
  return new Promise((found, failed) => {
    createInterface({ input: pipe })
      .on("line", (text) => answers(text) && found(text))
      .on("close", () => failed(new Error("it ended")));
  });
}

export class Driver {
  #children = [];
  #service;
  #session;
  #said = "";
  consoleMessages = [];

  static async open() {
    const driver = new Driver();
    try {
      await driver.#start();
    } catch (error) {
      await driver.close();
      throw new Error(`WebKitGTK does not start (${error.message})\n${driver.#said}`);
    }
    return driver;
  }

  async #start() {
    const screen = this.#spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const display = await line(screen.stdio[3], (text) => /^\d+$/.test(text));
    const port = await freePort();
    this.#service = `http://127.0.0.1:${port}`;
    const service = this.#spawn(
      "dbus-run-session",
      ["--", process.env.ATLAS_WEBKIT_DRIVER || "WebKitWebDriver", `--port=${port}`],
      {
        stdio: ["ignore", "pipe", "pipe"],
        env: {
          ...process.env,
          DISPLAY: `:${display}`,
          LANG: "en_GB.UTF-8",
          LANGUAGE: "en_GB:en",
          TZ: "UTC",
          GDK_BACKEND: "x11",
          LIBGL_ALWAYS_SOFTWARE: "1",
          NO_AT_BRIDGE: "1",
          GTK_A11Y: "none",
        },
      },
    );
    createInterface({ input: service.stdout }).on("line", (text) => this.#heard(text));
    service.stderr.on("data", (bytes) => (this.#said += bytes));
    const until = Date.now() + START_TIMEOUT;
    while (
      !(await fetch(`${this.#service}/status`).then(
        (it) => it.ok,
        () => false,
      ))
    ) {
      if (Date.now() > until) throw new Error("WebKitWebDriver does not answer");
      await new Promise((then) => setTimeout(then, 50));
    }
    const options = { binary: process.env.ATLAS_WEBKIT_PYTHON || "/usr/bin/python3", args: [WINDOW] };
    const { sessionId } = await this.#ask("POST", "/session", {
      capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
    });
    this.#session = `/session/${sessionId}`;
    await this.resize(1280, 900);
    const agent = await this.evaluate("navigator.userAgent");
    this.version = /Version\/[\d.]+/.exec(agent)?.[0] ?? agent;
  }

  #spawn(program, args, options) {
    // A process group, so that child processes end with it.
    const child = spawn(program, args, { detached: true, ...options });
    child.on("error", (error) => (this.#said += `${program}: ${error.message}\n`));
    this.#children.push(child);
    return child;
  }

  // “CONSOLE JS ERROR …”, “CONSOLE NETWORK ERROR …”, “CONSOLE WARN …”
  #heard(text) {
    if (/^.{0,200}CONSOLE \w*\s?(ERROR|WARN)/.test(text)) this.consoleMessages.push(text);
  }

  async #ask(method, path, body) {
    const answer = await fetch(`${this.#service}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  #command(method, path, body) {
    return this.#ask(method, `${this.#session}${path}`, body);
  }

  async go(url) {
    await this.#command("POST", "/url", { url });
  }

  async reload() {
    await this.#command("POST", "/refresh", {});
  }

  async navigate(steps) {
    await this.#command("POST", steps < 0 ? "/back" : "/forward", {});
  }

  async resize(width, height) {
    await this.#command("POST", "/window/rect", { width, height });
  }

  async evaluate(expression, frame) {
    if (frame) {
      const element = await this.#command("POST", "/element", { using: "css selector", value: frame });
      await this.#command("POST", "/frame", { id: element });
    }
    try {
      const script = `const done = arguments[0];
        Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await this.#command("POST", "/execute/async", { script, args: [] });
      if (error) throw new Error(error);
      return value;
    } finally {
      if (frame) await this.#command("POST", "/frame", { id: null });
    }
  }

  #pointer(...actions) {
    return this.#command("POST", "/actions", {
      actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }],
    });
  }

  async move(x, y) {
    await this.#pointer({ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0, origin: "viewport" });
  }

  async down() {
    await this.#pointer({ type: "pointerDown", button: 0 });
  }

  async up() {
    await this.#pointer({ type: "pointerUp", button: 0 });
  }

  async press(key) {
    const value = KEYS[key] ?? key;
    await this.#keys([
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
  }

  async type(text) {
    await this.#keys(
      [...text].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]),
    );
  }

  #keys(actions) {
    return this.#command("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async screenshot() {
    return Buffer.from(await this.#command("GET", "/screenshot"), "base64");
  }

  async close() {
    for (const { pid } of this.#children.toReversed()) {
      try {
        process.kill(-pid, "SIGTERM");
      } catch {
        // It has ended already.
      }
    }
  }
}
