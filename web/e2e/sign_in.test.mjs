import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look, openBrowser, phone, shots, signIn, wide } from "./browser.mjs";
import { startProgram } from "./program.mjs";

let program, browser, page;

before(async () => {
  program = await startProgram();
  browser = await openBrowser();
  page = browser.page;
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("a page asked without signing in shows the sign-in, and is fit to be seen by all", async () => {
  await page.goto(`${program.address}/programmes`);
  await page.getByLabel("Tên đăng nhập").waitFor();
  assert.deepEqual(await look(page, "sign-in"), []);
});

test("an empty form and a wrong password are said plainly; the name stays", async () => {
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  assert.match(await page.getByRole("alert").innerText(), /cả tên đăng nhập và mật khẩu/);
  await page.getByLabel("Tên đăng nhập").fill(program.account.name);
  await page.getByLabel("Mật khẩu").fill("không phải mật khẩu này");
  await page.keyboard.press("Enter");
  await page.getByText("Tên đăng nhập hoặc mật khẩu không đúng.").waitFor();
  assert.equal(await page.getByLabel("Tên đăng nhập").inputValue(), program.account.name);
});

test("signing in leads to the page that was asked; an empty one says the next step", async () => {
  await signIn(page, program);
  assert.equal(new URL(page.url()).pathname, "/programmes");
  await page.getByRole("heading", { name: "Chưa có chương trình công tác nào" }).waitFor();
  assert.equal(await page.locator("main").getByRole("link", { name: "Nhập phụ lục" }).getAttribute("href"), "/import");
  assert.deepEqual(await look(page, "programmes-empty"), []);
});

test("a phone shows the first ways, and the others at one touch", async () => {
  await page.setViewportSize(phone);
  await page.goto(`${program.address}/programmes`);
  const calendar = page.locator(".rail").getByRole("link", { name: "Lịch làm việc" });
  assert.equal(await calendar.isVisible(), false);
  await page.getByRole("button", { name: "Thêm", exact: true }).click();
  await calendar.waitFor();
  await page.screenshot({ path: join(shots, "rail-open-390-light.png") });
  await calendar.click();
  await page.locator(".calendar h1").waitFor();
  assert.equal(await calendar.isVisible(), false, "it closes with the way that was taken");
  await page.goto(`${program.address}/programmes`);
  await page.setViewportSize(wide);
});

test("language and theme are chosen in the person's menu and kept", async () => {
  await page.getByRole("button", { name: /Trần Thị Hạnh/ }).click();
  await page.getByRole("radio", { name: "English" }).click();
  await page.getByRole("heading", { name: "There is no programme yet" }).waitFor();
  await page.getByRole("radio", { name: "Dark" }).click();
  await page.reload();
  await page.getByRole("heading", { name: "There is no programme yet" }).waitFor();
  assert.equal(await page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dataset.theme}`), "en dark");
  await page.getByRole("button", { name: /Trần Thị Hạnh/ }).click();
  await page.getByRole("radio", { name: "Tiếng Việt" }).click();
  await page.getByRole("heading", { name: "Chưa có chương trình công tác nào" }).waitFor();
});

test("signing out closes the door", async () => {
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByLabel("Tên đăng nhập").waitFor();
  await page.reload();
  await page.getByLabel("Tên đăng nhập").waitFor();
});

test("no page failed or asked another host", () => assert.deepEqual(browser.faults, []));
