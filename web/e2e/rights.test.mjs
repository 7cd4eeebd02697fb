// Each role sees the ways and buttons that are its own, and the page asks the server for nothing that it would refuse.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

let program, browser, page, intake, programme, task;
const refused = [];

before(async () => {
  program = await startProgram();
  const api = await signInByApi(program);
  const bytes = new Uint8Array(await readFile(sample));
  intake = (await api("POST", "/intakes?name=chuong-trinh.txt", bytes)).body;
  programme = (await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` })).body.programme;
  intake = (await api("POST", "/intakes?name=ban-moi.txt", bytes)).body;
  task = (await api("GET", `/tasks?programme=${programme}&limit=1`)).body.items[0].id;
  browser = await openBrowser();
  page = browser.page;
  page.on("response", (answer) => answer.status() === 403 && refused.push(`${answer.request().method()} ${new URL(answer.url()).pathname}`));
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const business = ["Việc cần làm", "Chương trình", "Số liệu", "Cơ quan", "Lịch làm việc"];
const drafts = ["Nhập phụ lục"];
const changes = /^(Sửa|Thêm đơn vị|Sáp nhập|Nhập phụ lục|Xác nhận|Lưu|Bỏ|Gỡ|Rút|Nhận vào)/;

async function ways() {
  return (await page.locator(".rail li").allInnerTexts()).map((name) => name.trim());
}

async function buttonsThatChange() {
  return (await page.locator("main button, main a.button").allInnerTexts()).map((name) => name.trim().replace(/\s+/g, " ")).filter((name) => changes.test(name));
}

// Every page that the rail leads to, and what opens from there.
async function walk() {
  const seen = {};
  const visit = async (path, ready) => {
    await page.goto(program.address + path);
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState("networkidle");
    seen[path] = await buttonsThatChange();
  };
  await visit("/programmes", ".programmes h1");
  await visit(`/programmes/${programme}?task=${task}`, ".panel h2, .panel .written");
  await visit("/work?whose=all", ".work h1");
  await page.locator(".work li button.title").first().click();
  await page.locator(".update").waitFor();
  seen["/work?whose=all"].push(...(await page.locator(".update textarea").count() ? ["update"] : []));
  await visit("/figures", ".figures h1");
  await visit("/units", ".units h1");
  await visit("/calendar", ".calendar h1");
  if ((await ways()).includes(drafts[0])) {
    await visit("/import", ".import-page h1");
    await visit(`/intakes/${intake.id}`, ".review-head h1");
  }
  return seen;
}

async function enterAs(account) {
  await page.context().clearCookies();
  await signIn(page, { ...program, account });
}

test("the office may do everything that changes a programme", async () => {
  await enterAs(program.account);
  const all = await ways();
  for (const name of [...business, ...drafts]) assert.ok(all.includes(name), name);
  const seen = await walk();
  for (const path of ["/programmes", `/programmes/${programme}?task=${task}`, "/units", "/calendar", "/import"]) assert.ok(seen[path].length, `${path} ${JSON.stringify(seen)}`);
  assert.deepEqual(seen["/work?whose=all"], ["update"]);
});

for (const role of ["unit_head", "leader", "officer", "auditor"])
  test(`a person with the role ${role} is offered no change that is not theirs`, async () => {
    await enterAs(await addAccount(program, role.replace("_", "-"), role));
    const all = await ways();
    for (const name of business) assert.ok(all.includes(name), name);
    assert.equal(all.includes(drafts[0]), role === "auditor");
    for (const [path, buttons] of Object.entries(await walk())) assert.deepEqual(buttons, [], path);
    if (role !== "auditor") {
      await page.goto(`${program.address}/import`);
      await page.getByRole("heading", { name: "Trang này không thuộc phần việc của bạn" }).waitFor();
    } else assert.deepEqual(await look(page, "review-read-only"), []);
  });

test("the administrator is led past everything that is business", async () => {
  await enterAs(await addAccount(program, "quan-tri", "administrator"));
  const all = await ways();
  for (const name of [...business, ...drafts]) assert.ok(!all.includes(name), name);
  for (const path of ["/programmes", `/programmes/${programme}`, "/work", "/units", "/calendar", "/import", `/intakes/${intake.id}`]) {
    await page.goto(program.address + path);
    await page.getByRole("heading", { name: "Trang này không thuộc phần việc của bạn" }).waitFor();
  }
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("ke hoach");
  await page.getByText("Không tìm thấy gì").waitFor();
  await page.keyboard.press("Escape");
  assert.deepEqual(await look(page, "not-for-you"), []);
});

test("the page asked for nothing that the server refused", () => {
  assert.deepEqual(refused, []);
  assert.deepEqual(browser.faults, []);
});
