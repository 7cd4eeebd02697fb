// The usual steps of what a task delivers: told by its words, marked one by one, changed by the agency.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

let program, browser, page, api, tasks, auditor;
const said = (text) => page.locator(".notice", { hasText: text }).first().waitFor();
const open = () => page.locator("li.open .task-steps");
const workOf = async (task) => (await api("GET", `/tasks/${task}/work`)).body;
const task = (text) => tasks.find((one) => one.title.includes(text));
const show = async (one) => {
  await page.goto(`${program.address}/work?task=${one.id}`);
  await open().waitFor();
};

before(async () => {
  program = await startProgram();
  api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  tasks = (await api("GET", "/work")).body.items.map((item) => item.task);
  auditor = await addAccount(program, "kiemtra", "auditor");
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("a course in four classes has a step for each", async () => {
  await show(task("(04 lớp)"));
  assert.deepEqual(await open().locator(".line-of-steps .name").allInnerTexts(), ["Kế hoạch, dự toán", "Mời giảng viên, học viên", "Tổ chức lớp: lớp 1", "Tổ chức lớp: lớp 2", "Tổ chức lớp: lớp 3", "Tổ chức lớp: lớp 4", "Báo cáo kết quả"]);
  assert.match(await open().locator("select option:checked").innerText(), /Lớp đào tạo, tập huấn/);
});

test("marking a step moves the percent by its share and stands in the progress", async () => {
  const one = task("(04 lớp)");
  await open().getByRole("button", { name: "Đánh dấu xong: Kế hoạch, dự toán" }).click();
  assert.equal(await open().getByLabel("Đã làm được (%)").inputValue(), "20");
  assert.deepEqual(await look(page, "steps-marking"), []);
  await open().getByRole("button", { name: "Ghi xong bước" }).click();
  await said("Đã ghi xong bước: Kế hoạch, dự toán.");
  await open().locator("li.is-done", { hasText: "Kế hoạch, dự toán" }).getByText(/xong ngày \d\d\/\d\d\/\d{4}/).waitFor();
  const work = await workOf(one.id);
  assert.equal(work.percent, 20);
  assert.equal(work.entries.at(-1).words, "Xong bước: Kế hoạch, dự toán.");
  await page.locator("li.open .said li", { hasText: "Xong bước: Kế hoạch, dự toán." }).waitFor();
  assert.equal(await page.locator("li.open select[id^=percent]").inputValue(), "20", "what is written next begins from there");
});

test("another percent may be said, and a mark be taken back with what it moved", async () => {
  const one = task("(04 lớp)");
  await open().getByRole("button", { name: "Đánh dấu xong: Tổ chức lớp: lớp 2" }).click();
  await open().getByLabel("Đã làm được (%)").fill("70");
  await open().getByLabel("Ngày xong").fill("2025-08-15");
  await open().getByRole("button", { name: "Ghi xong bước" }).click();
  await open().locator("li.is-done", { hasText: "lớp 2" }).getByText("xong ngày 15/08/2025").waitFor();
  assert.equal((await workOf(one.id)).percent, 70);
  await open().evaluate((element) => element.scrollIntoView({ block: "center" }));
  assert.deepEqual(await look(page, "steps"), []);
  await open().getByRole("button", { name: "Bỏ đánh dấu: Tổ chức lớp: lớp 2" }).click();
  await said("Đã bỏ đánh dấu bước: Tổ chức lớp: lớp 2.");
  assert.equal((await workOf(one.id)).percent, 20);
});

test("a task that is a step of the way of an R&D task shows it", async () => {
  await show(task("Thẩm định kinh phí các nhiệm vụ khoa học"));
  await open().locator(".way [aria-current]", { hasText: "Thẩm định kinh phí" }).waitFor();
  assert.equal(await open().locator(".way li").count(), 8);
  await open().evaluate((element) => element.scrollIntoView({ block: "center" }));
  assert.deepEqual(await look(page, "steps-way"), []);
});

test("the kind is changed by hand, and told by its words again", async () => {
  await open().getByLabel("Loại sản phẩm").selectOption({ label: "Nhiệm vụ khoa học và công nghệ" });
  await open().locator(".line-of-steps li", { hasText: "Nghiệm thu" }).waitFor();
  assert.equal(await open().locator(".line-of-steps > li").count(), 8);
  await open().getByLabel("Loại sản phẩm").selectOption({ label: "Không theo bước" });
  await page.waitForFunction(() => document.querySelectorAll(".line-of-steps > li").length === 0);
  await open().getByLabel("Loại sản phẩm").selectOption("as_told");
  await page.waitForFunction(() => document.querySelectorAll(".line-of-steps > li").length > 0);
});

test("the agency changes the steps, and every task follows", async () => {
  await page.goto(`${program.address}/units`);
  await page.getByRole("link", { name: "Các bước thực hiện" }).click();
  assert.equal(await page.locator(".series-list > li").count(), 9);
  assert.deepEqual(await look(page, "steps-series"), []);
  await page.getByRole("button", { name: "Sửa các bước Kế hoạch" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Thêm bước" }).click();
  await dialog.getByLabel("Tên bước 5").fill("Công bố");
  await dialog.getByLabel("Tỷ trọng bước 5 (%)").fill("10");
  await dialog.getByText("Cộng: 110%, cần đúng 100%.").waitFor();
  assert.ok(await dialog.getByRole("button", { name: "Lưu" }).isDisabled());
  await dialog.getByLabel("Tỷ trọng bước 1 (%)").fill("30");
  assert.deepEqual(await look(page, "steps-edit"), []);
  await dialog.getByRole("button", { name: "Lưu" }).click();
  await said("Đã lưu các bước.");
  await page.locator(".series-list li", { hasText: "Công bố" }).first().waitFor();
  await show(task("Xây dựng Kế hoạch kiểm tra sau nghiệm thu"));
  await open().locator(".line-of-steps li", { hasText: "Công bố" }).waitFor();
});

test("who only reads sees the steps and marks none", async () => {
  await page.context().clearCookies();
  await signIn(page, { ...program, account: auditor });
  const one = task("(04 lớp)");
  await page.goto(`${program.address}/programmes/${one.programme}?task=${one.id}`);
  await page.locator(".panel .task-steps li.is-done").first().waitFor();
  assert.equal(await page.locator(".panel .task-steps button").count(), 0);
  await page.locator(".panel .task-steps").evaluate((element) => element.scrollIntoView({ block: "center" }));
  assert.deepEqual(await look(page, "steps-panel"), []);
  assert.deepEqual(browser.faults, []);
});
