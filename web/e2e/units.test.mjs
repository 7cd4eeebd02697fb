import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { sample, signInByApi, startProgram } from "./program.mjs";

let program, browser, page, api;
const units = async () => (await api("GET", "/units")).body.items;
const living = (all) => all.filter((unit) => unit.successor === null);

before(async () => {
  program = await startProgram();
  api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("the units of the programme stand in the register with their tasks", async () => {
  await page.getByRole("link", { name: "Cơ quan" }).click();
  await page.getByRole("heading", { level: 1, name: "Cơ quan" }).waitFor();
  assert.equal(await page.locator(".units li").count(), living(await units()).length);
  assert.deepEqual(await look(page, "units"), []);
});

test("a unit is renamed and keeps its old name as a spelling", async () => {
  const [first] = living(await units());
  await page.getByRole("button", { name: `Sửa ${first.name}` }).click();
  await page.getByLabel("Tên đầy đủ").fill("Phòng Đổi tên");
  await page.getByLabel("Mã định danh", { exact: true }).fill("sai");
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "H56.12.3" }).waitFor();
  assert.deepEqual(await look(page, "unit-edit"), []);
  await page.getByLabel("Mã định danh", { exact: true }).fill("H56.12.3");
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.locator(".units li", { hasText: "Phòng Đổi tên" }).filter({ hasText: first.name }).waitFor();
  const renamed = (await units()).find((unit) => unit.id === first.id);
  assert.deepEqual([renamed.name, renamed.identifier, renamed.aliases.includes(first.name)], ["Phòng Đổi tên", "H56.12.3", true]);
});

test("a unit goes into another, and its tasks follow", async () => {
  const before = living(await units());
  const from = before.find((unit) => unit.tasks > 0 && unit.name !== "Phòng Đổi tên");
  await page.getByRole("button", { name: `Sáp nhập ${from.name}` }).click();
  await page.getByLabel("Nhập vào").selectOption({ label: "Phòng Đổi tên" });
  assert.deepEqual(await look(page, "unit-merge"), []);
  await page.locator("dialog").getByRole("button", { name: "Sáp nhập" }).click();
  await page.locator(".notice", { hasText: "Đã sáp nhập" }).waitFor();
  const after = await units();
  assert.equal(living(after).length, before.length - 1);
  assert.equal(after.find((unit) => unit.id === from.id).tasks, 0);
  const refused = /status of 400/; // the identifier that was wrong
  assert.deepEqual(browser.faults.filter((fault) => !refused.test(fault)), []);
});
