import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { signInByApi, startProgram } from "./program.mjs";

let program, browser, page, api;
const said = (text) => page.locator(".notice", { hasText: text }).first().waitFor();
const year = async () => (await api("GET", "/calendar/2026")).body;

before(async () => {
  program = await startProgram();
  api = await signInByApi(program);
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("a year shows what is proposed, with its source", async () => {
  await page.getByRole("link", { name: "Lịch làm việc" }).click();
  await page.goto(`${program.address}/calendar?year=2026`);
  await page.getByRole("heading", { level: 1, name: "Lịch làm việc năm 2026" }).waitFor();
  await page.locator(".proposals li", { hasText: "Ngày Văn hóa Việt Nam" }).filter({ hasText: "theo báo chí" }).waitFor();
  assert.equal(await page.locator("button.day").count(), 365);
  assert.deepEqual(await look(page, "calendar-proposed"), []);
});

test("one click confirms a day, and undo takes it back", async () => {
  await page.getByRole("button", { name: "Xác nhận: Ngày Văn hóa Việt Nam" }).click();
  await said("Đã lưu lịch.");
  assert.deepEqual((await year()).days.map((day) => day.date), ["2026-11-24"]);
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByRole("button", { name: "Xác nhận: Ngày Văn hóa Việt Nam" }).waitFor();
  assert.deepEqual((await year()).days, []);
});

test("all are confirmed in one click, and a holiday on Sunday frees the Monday", async () => {
  await page.getByRole("button", { name: "Xác nhận cả 12 ngày" }).click();
  await page.getByText("Các ngày nghỉ của năm đã được xác nhận.").waitFor();
  await page.locator("#day-2026-04-27.compensation").waitFor();
  await page.getByLabel("Từ ngày").fill("2026-11-20");
  await page.getByText("Đến hết 26/11/2026").waitFor();
  assert.deepEqual(await look(page, "calendar-confirmed"), []);
});

test("a day is changed from the keyboard", async () => {
  await page.locator("#day-2026-01-01, button.day[tabindex='0']").first().focus();
  await page.locator("button.day[tabindex='0']").focus();
  const start = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("ArrowLeft");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), start);
  await page.locator("#day-2026-01-10").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "Làm bù" }).check();
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "Xin ghi tên ngày." }).waitFor();
  await page.getByLabel("Tên ngày").fill("Làm bù cho ngày 02/01");
  assert.deepEqual(await look(page, "calendar-day"), []);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.locator("#day-2026-01-10.working_day").waitFor();
  assert.equal((await year()).days.find((day) => day.date === "2026-01-10").kind, "working_day");
  assert.deepEqual(browser.faults, []);
});
