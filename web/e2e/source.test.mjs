import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { sample, signInByApi, startProgram } from "./program.mjs";

let program, browser, page, api, programme;

before(async () => {
  program = await startProgram();
  api = await signInByApi(program);
  const intake = await api("POST", "/intakes?name=phu-luc.txt", await readFile(sample));
  programme = (await api("POST", `/intakes/${intake.body.id}/confirmation`, {}, { "If-Match": intake.etag })).body.programme;
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("the sample's programme looks like its annex", async () => {
  await page.goto(`${program.address}/programmes/${programme}`);
  await page.locator("tr.section", { hasText: "Quý III" }).waitFor();
  await page.locator("tr.month", { hasText: "Tháng 7" }).waitFor();
  await page.locator(".attached", { hasText: "Kèm theo Quyết định" }).waitFor();
  assert.equal(await page.getByRole("columnheader").count(), 7);
  assert.deepEqual(await look(page, "sample"), []);
});

test("a task shows the lines that it was read from, and that it was brought in", async () => {
  await page.locator("tr.task a").first().click();
  const title = await page.locator(".panel h2").innerText();
  const lines = page.locator(".panel .source-lines mark");
  await lines.first().waitFor();
  const marked = (await lines.allInnerTexts()).join(" ").replace(/\s+/g, " ");
  assert.ok(marked.includes(title.split(" ").slice(0, 4).join(" ")), marked);
  await page.locator(".panel .history", { hasText: "Nhận vào chương trình" }).waitFor();
  assert.deepEqual(await look(page, "source"), []);
});

test("the programme is handed out as a Word file", async () => {
  await page.goto(`${program.address}/programmes/${programme}/print`);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải Word" }).click();
  const file = await readFile(await (await coming).path());
  assert.equal(file.subarray(0, 2).toString(), "PK");
});

test("no page failed or asked another host", () => assert.deepEqual(browser.faults, []));
