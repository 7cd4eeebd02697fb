import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const top = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const sample = join(top, "samples/chuong-trinh-6-thang-cuoi-nam.txt");
const program = resolve(process.env.TIENDO_PROGRAM ?? join(top, "build/release/tiendo"));
const run = promisify(execFile);

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function answers(address) {
  for (let tries = 0; tries < 200; tries++) {
    if (await fetch(`${address}/api/v1/health`).then((answer) => answer.ok, () => false)) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`no answer from ${address}`);
}

// The real program on a database of its own, and what is needed to end it.
// `serve`: what `tiendo serve` is told besides.
export async function startProgram({ generate, serve = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "tiendo-e2e-"));
  const database = join(folder, "tiendo.db");
  let account;
  if (generate) {
    await run(program, ["generate", "--agencies", "1", "--tasks", String(generate), "--database", database]);
    account = { name: "vanthu1", password: "thu-nghiem-tien-do" };
  } else {
    account = { name: "vanthu", password: "mat-khau-thu-nghiem" };
    const adding = run(program, ["user", "add", account.name, "--full-name", "Trần Thị Hạnh", "--agency", "Sở Khoa học và Công nghệ tỉnh Bình Minh", "--password-stdin", "--database", database]);
    adding.child.stdin.end(`${account.password}\n`);
    await adding;
  }
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  let server, ended;
  const start = async () => {
    server = spawn(program, ["serve", "--database", database, "--port", String(port), ...serve], { stdio: ["ignore", "ignore", "inherit"] });
    ended = new Promise((done) => server.once("exit", done));
    await answers(address);
  };
  const kill = async () => {
    server.kill("SIGKILL");
    await ended;
  };
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, account, database, start, kill, stop };
}

// Another account of the same agency. `more`: what `tiendo user add` is told beside the role, as ["--unit", "Phòng A"].
// An administrator signs in with the password alone; what is tested with a second step sets the rule back.
export async function addAccount({ database }, name, role, more = []) {
  if (role === "administrator") await setRule({ database }, "administrator_second_factor", 0);
  const password = `mat-khau-cua-${name}`;
  const adding = run(program, ["user", "add", name, "--role", role, ...more, "--password-stdin", "--database", database]);
  adding.child.stdin.end(`${password}\n`);
  await adding;
  return { name, password };
}

export const tiendo = async ({ database }, ...words) => (await run(program, [...words, "--database", database])).stdout;
export const setRule = ({ database }, name, value) => run(program, ["user", "rule", name, String(value), "--database", database]);

// Speaks to the interface as the page does.
export async function signInByApi({ address, account }) {
  const answer = await fetch(`${address}/api/v1/session`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(account) });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status}`);
  const cookie = answer.headers.get("set-cookie").split(";")[0];
  const { csrf } = await answer.json();
  return async (method, path, body, headers = {}) => {
    const isBytes = body instanceof Uint8Array;
    const reply = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { Cookie: cookie, "X-CSRF-Token": csrf, ...(body === undefined ? {} : { "Content-Type": isBytes ? "application/octet-stream" : "application/json" }), ...headers },
      body: body === undefined ? undefined : isBytes ? body : JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return { body: reply.status === 204 ? null : await reply.json(), etag: reply.headers.get("etag") };
  };
}
