import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram, tiendo } from "./program.mjs";

const office = "Văn phòng UBND tỉnh Bình Minh";
const department = "Sở Khoa học và Công nghệ tỉnh Bình Minh";
let program, browser, page, count;

before(async () => {
  program = await startProgram();
  const api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  count = (await api("GET", "/work")).body.items.length;
  const leader = await addAccount(program, "lanh-dao-tinh", "leader", ["--agency", office]);
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, { address: program.address, account: leader });
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("a province that was given no agency sees none", async () => {
  await page.goto(`${program.address}/figures`);
  await page.locator(".figures .soft", { hasText: "Chưa có nhiệm vụ nào" }).waitFor();
  assert.equal(await page.locator(".figures .agencies").count(), 0);
});

test("a province sees the sums of the agencies named for it, and no way to their tasks", async () => {
  assert.equal(await tiendo(program, "oversee", office, "--of", department), `${department}\n`);
  await page.goto(`${program.address}/figures`);
  const row = page.locator(".agencies tbody tr", { hasText: department });
  assert.equal(await row.locator("td.assigned").innerText(), String(count));
  assert.equal(await page.locator(".agencies tfoot td.assigned").innerText(), String(count));
  assert.equal(await page.locator(".agencies a").count(), 0);
  assert.deepEqual(await look(page, "province"), []);
});

test("a past day shows the sums as they stood then, of the agencies as well", async () => {
  const tomorrow = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel("Tính đến hết ngày").fill("2025-06-30");
  const sentence = page.locator(".agencies .sentence");
  await sentence.filter({ hasText: "0 nhiệm vụ" }).waitFor();
  assert.equal(await page.locator(".agencies tfoot td.assigned").innerText(), "0", "nothing was there yet");
  assert.deepEqual(await look(page, "province-past"), []);
  await page.getByLabel("Tính đến hết ngày").fill(tomorrow);
  await sentence.filter({ hasText: `${count} nhiệm vụ` }).waitFor();
});

test("no page failed or asked another host", () => {
  assert.deepEqual(browser.faults, []);
});
