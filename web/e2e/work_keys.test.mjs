import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openBrowser, phone, signIn, wide } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

// The head of a division, an officer of it, the leader who directs its tasks, and the office.
let program, browser, page, api, tasks, unit, leader;
const people = {};
const said = (text) => page.locator(".notice", { hasText: text }).first().waitFor();
const workOf = async (task) => (await api("GET", `/tasks/${task}/work`)).body;

async function as(account, path = "/work") {
  await page.context().clearCookies();
  await signIn(page, { ...program, account });
  await page.goto(`${program.address}${path}`);
  await page.locator(".work h1, .units h1").first().waitFor();
}

before(async () => {
  program = await startProgram();
  api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  const all = (await api("GET", "/work")).body.items.map((item) => item.task);
  const first = all.find((task) => task.directing_leaders.length === 1);
  unit = first.lead_units[0];
  leader = first.directing_leaders[0];
  tasks = all.filter((task) => task.lead_units.some((one) => one.id === unit.id) && task.directing_leaders.some((one) => one.id === leader.id));
  people.office = program.account;
  people.head = await addAccount(program, "truongphong", "unit_head", ["--unit", unit.name, "--full-name", "Phan Văn Hiếu"]);
  people.officer = await addAccount(program, "chuyenvien", "officer", ["--unit", unit.name, "--full-name", "Lê Thị Mai"]);
  people.leader = await addAccount(program, "phogiamdoc", "leader", ["--leader", leader.name, "--full-name", leader.name]);
  browser = await openBrowser();
  page = browser.page;
  await as(people.head);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const row = (task) => page.locator(".work li[id]", { hasText: task.title });

test("twenty tasks are updated with what proves them, from the keyboard alone and on one page", async () => {
  await as(people.office);
  let loads = 0;
  page.on("load", () => ++loads);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const titles = [];
  for (let at = 0; at < 20; ++at) {
    await page.waitForFunction((before) => document.activeElement.tagName === "TEXTAREA" && document.activeElement.id !== before, titles.at(-1)?.id ?? "");
    const id = await page.evaluate(() => document.activeElement.id);
    titles.push({ id });
    await page.keyboard.type(`Đã làm bước ${at + 1}`);
    // Past the percent, and what the title asks for in numbers where it does.
    for (let tabs = 0; tabs < 6 && !(await page.evaluate(() => document.activeElement.id.startsWith("proof-"))); ++tabs) await page.keyboard.press("Tab");
    await page.keyboard.insertText(`Văn bản số ${472 + at}/SKHCN-BCVT&CĐS ngày 27/07/2025`);
    await page.locator(".update .meaning strong", { hasText: `${472 + at}/SKHCN-BCVT&CĐS` }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.locator(".update .said li", { hasText: `Đã làm bước ${at + 1}` }).waitFor();
    await page.keyboard.press("Alt+ArrowDown");
  }
  assert.equal(new Set(titles.map((one) => one.id)).size, 20);
  for (const [at, { id }] of titles.entries()) {
    const work = await workOf(id.replace("words-", ""));
    assert.equal(work.evidence.at(-1).number, String(472 + at));
    assert.equal(work.evidence.at(-1).issued_on, "2025-07-27");
  }
  assert.equal(loads, 0);
});

test("nothing new is said of many from the keyboard", async () => {
  await page.goto(`${program.address}/work`);
  await page.locator(".work li[id]").first().waitFor();
  for (const key of ["j", "x", "j", "x", "j", "j", "x"]) await page.keyboard.press(key);
  await page.locator(".many", { hasText: "Đã chọn 3 nhiệm vụ" }).waitFor();
  await page.keyboard.press("n");
  await said("3 nhiệm vụ");
});

test("on a phone a task is told with the thumb, without scrolling sideways", async () => {
  await as(people.head);
  await page.setViewportSize(phone);
  await row(tasks[5]).locator("button.title").click();
  await row(tasks[5]).getByLabel("Tình hình, hoặc lý do").fill("Đã họp");
  await row(tasks[5]).getByRole("button", { name: "Ghi lại" }).click();
  await said("Đã ghi.");
  const small = await page.locator(".update button:visible, .update select:visible, .update input:visible:not([type=file])").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 32).map((one) => one.textContent));
  assert.deepEqual(small, []);
  await page.setViewportSize(wide);
});

test("no page failed or asked another host", () => {
  assert.deepEqual(browser.faults, []);
});
