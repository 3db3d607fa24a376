// A web server for one test, which can fail like real servers and networks.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

export const DIST = process.env.ATLAS_DIST || fileURLToPath(new URL("../../dist", import.meta.url));

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

// Read once per worker; no test changes them in place.
const built = new Map();
const compressed = new Map();

export function builtFiles() {
  if (built.size === 0) {
    for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      built.set(relative(DIST, path).split(sep).join("/"), readFileSync(path));
    }
  }
  return built;
}

/** The size at the highest quality of brotli. */
export function brotliSize(bytes) {
  return brotliCompressSync(bytes).length;
}

function compress(bytes) {
  if (!compressed.has(bytes)) {
    // Fast, as servers compress on the fly.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    compressed.set(bytes, brotliCompressSync(bytes, { params }));
  }
  return compressed.get(bytes);
}

/**
 * What may go wrong with a file.
 * @typedef {object} Fault
 * @property {number} [status] answers with this status and a short text
 * @property {number} [stallAfter] sends this many bytes, and then nothing more
 * @property {number} [breakAfter] sends this many bytes, and then breaks the connection
 * @property {number} [delay] waits this many milliseconds first
 * @property {string} [type] sends this content type
 */

export class Site {
  requests = [];
  compresses = true;
  /** Whether pages of other origins may fetch from here. */
  allowsCrossOrigin = false;
  /** Whether browsers may store the files of a version. */
  allowsStoring = true;
  base = "";
  policy = "";

  /** Called with what a page reports by itself, under the path “restored”. */
  onReport;

  #files = new Map(builtFiles());
  #faults = [];
  #server = createServer((request, response) => void this.#answer(request, response));

  static async open() {
    const site = new Site();
    await new Promise((done) => site.#server.listen(0, "127.0.0.1", done));
    site.origin = `http://127.0.0.1:${site.#server.address().port}`;
    return site;
  }

  put(path, content) {
    this.#files.set(path, Buffer.from(content));
  }

  putPortfolio(portfolio) {
    this.put("portfolio.json", JSON.stringify(portfolio, null, 2));
  }

  remove(path) {
    this.#files.delete(path);
  }

  read(path) {
    return this.#files.get(path);
  }

  injectFault(end, /** @type {Fault} */ fault) {
    this.#faults.unshift({ end, fault });
  }

  clearFaults() {
    this.#faults = [];
  }

  async close() {
    if (!this.#server.listening) return;
    const closed = new Promise((done) => this.#server.close(done));
    // Otherwise a stalled response would keep the server open.
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request, response) {
    const requestedPath = decodeURIComponent(new URL(request.url, "http://site").pathname)
      .slice(1)
      .replace(/(^|\/)$/, "$1index.html");
    const path = requestedPath.startsWith(this.base)
      ? requestedPath.slice(this.base.length)
      : `not-here/${requestedPath}`;
    this.requests.push(path);
    if (path === "restored") this.onReport?.(decodeURIComponent(new URL(request.url, "http://site").search.slice(1)));
    const fault = this.#faults.find(({ end }) => path.endsWith(end))?.fault ?? {};
    if (fault.delay) await new Promise((done) => setTimeout(done, fault.delay));
    const bytes = this.#files.get(path);
    const shared = this.allowsCrossOrigin ? { "access-control-allow-origin": "*" } : {};
    const status = fault.status ?? (bytes ? 200 : 404);
    if (status !== 200) {
      response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...shared });
      response.end(`The server has ${status} for this.`);
      return;
    }
    const cut = fault.stallAfter ?? fault.breakAfter;
    const headers = {
      "content-type": fault.type ?? TYPES[extname(path)] ?? "application/octet-stream",
      "cache-control": !this.allowsStoring
        ? "no-store"
        : path.startsWith("v/")
          ? "max-age=31536000, immutable"
          : "no-cache",
      ...shared,
      ...(extname(path) === ".html" && this.policy ? { "content-security-policy": this.policy } : {}),
    };
    const mayCompress = cut === undefined && this.compresses && !path.endsWith(".woff2");
    const encoded = mayCompress && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    if (encoded) headers["content-encoding"] = "br";
    const body = encoded ? compress(bytes) : bytes;
    response.writeHead(200, { ...headers, "content-length": body.length });
    if (cut === undefined) {
      response.end(request.method === "HEAD" ? undefined : body);
      return;
    }
    response.flushHeaders();
    response.write(body.subarray(0, cut), () => {
      if (fault.breakAfter !== undefined) response.socket?.resetAndDestroy();
    });
  }
}
