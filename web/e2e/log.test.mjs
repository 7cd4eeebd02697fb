import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

let program, browser, page, title;

before(async () => {
  program = await startProgram();
  const api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  const [task] = (await api("GET", "/tasks?limit=1")).body.items;
  title = task.title;
  await api("GET", `/tasks/${task.id}`);
  const officer = await signInByApi({ ...program, account: await addAccount(program, "chuyen-vien", "officer") });
  await assert.rejects(officer("PATCH", `/tasks/${task.id}`, { title: "Khác" }, { "If-Match": '"1"' }));
  for (const password of ["sai-mot", "sai-hai"]) await assert.rejects(signInByApi({ ...program, account: { name: "mat-khau-go-nham", password } }));
  browser = await openBrowser();
  page = browser.page;
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const texts = async (column) => (await page.locator(`.log td.${column}`).allInnerTexts()).map((text) => text.trim());

test("the administrator arrives at the log and sees who did what, and nothing of what tasks say", async () => {
  await signIn(page, { ...program, account: await addAccount(program, "quan-tri", "administrator") });
  await page.goto(program.address);
  await page.getByRole("link", { name: "Nhật ký" }).click();
  await page.getByRole("heading", { level: 1, name: "Nhật ký" }).waitFor();
  await page.locator(".log tbody tr").first().waitFor();
  const what = await texts("what");
  for (const done of ["Đăng nhập", "Xem nhiệm vụ", "Nhập văn bản", "Nhận vào chương trình", "Sửa nhiệm vụ", "Thêm tài khoản", "Đăng nhập không thành"]) assert.ok(what.includes(done), `${done}: ${what}`);
  assert.ok((await texts("address")).includes("127.0.0.1"));
  const seen = await page.locator("body").innerText();
  assert.ok(!seen.includes(title));
  assert.ok(!seen.includes("mat-khau-go-nham"));
  assert.ok((await texts("account")).some((text) => text.startsWith("tên lạ")));
  assert.deepEqual(await look(page, "log"), []);
});

test("the log is narrowed to a person, a kind, a result and days", async () => {
  await page.getByRole("button", { name: "Chỉ xem tài khoản chuyen-vien" }).first().click();
  await page.waitForFunction(() => [...document.querySelectorAll(".log td.account")].every((cell) => cell.textContent === "chuyen-vien"));
  await page.getByLabel("Kết quả").selectOption({ label: "không được phép" });
  await page.waitForFunction(() => document.querySelectorAll(".log tbody tr").length === 1);
  assert.deepEqual(await texts("what"), ["Sửa nhiệm vụ"]);
  assert.match(page.url(), /account=chuyen-vien&result=refused/);
  await page.getByRole("button", { name: /^Bỏ/ }).click();
  await page.getByLabel("Loại").selectOption({ label: "Tài khoản và quyền" });
  await page.waitForFunction(() => [...document.querySelectorAll(".log td.what")].every((cell) => cell.textContent === "Thêm tài khoản"));
  await page.getByLabel("Đến ngày").fill("2020-01-01");
  await page.getByText("Không có dòng nào như vậy.").waitFor();
  assert.deepEqual(await look(page, "log-empty"), []);
});

test("the file holds the rows that are shown, and reading the log is in the log", async () => {
  await page.goto(`${program.address}/log?kind=account`);
  await page.locator(".log tbody tr").first().waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải tệp CSV" }).click()]);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  assert.match(file.suggestedFilename(), /^Nhật ký .*\.csv$/);
  assert.equal(lines.length - 1, await page.locator(".log tbody tr").count());
  await page.goto(`${program.address}/log?kind=log`);
  await page.locator(".log tbody tr").first().waitFor();
  const what = await texts("what");
  assert.ok(what.includes("Tải nhật ký"), what.join());
  assert.ok(what.some((text) => text.startsWith("Xem nhật ký")), what.join());
  assert.deepEqual(browser.faults, []);
});
