import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

let program, browser, page, api, tasks;
const open = () => page.locator(".work li.open");
const said = (text) => page.locator(".notice", { hasText: text }).first().waitFor();
const workOf = async (task) => (await api("GET", `/tasks/${task}/work`)).body;

before(async () => {
  program = await startProgram();
  api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  tasks = (await api("GET", "/work")).body.items.map((item) => item.task);
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("what is to do stands by its deadline, and says how much is late", async () => {
  await page.getByRole("link", { name: "Việc cần làm" }).click();
  await page.getByRole("heading", { level: 1, name: "Việc cần làm" }).waitFor();
  await page.locator(".work .sentence", { hasText: `Còn ${tasks.length} việc` }).waitFor();
  assert.equal(await page.locator(".work li[id]").count(), tasks.length);
  assert.deepEqual(await look(page, "work"), []);
});

test("a task is told from the keyboard: words, percent and the document that proves it", async () => {
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await open().getByLabel("Tình hình, hoặc lý do").fill("Đã gửi lấy ý kiến các phòng");
  await open().getByRole("combobox", { name: "Đã làm được" }).selectOption("40");
  await open().getByLabel("Văn bản minh chứng").fill("Văn bản số 472/SKHCN-BCVT&CĐS ngày 27/07/2025");
  await open().locator(".meaning strong", { hasText: "Văn bản 472/SKHCN-BCVT&CĐS" }).waitFor();
  assert.deepEqual(await look(page, "work-update"), []);
  await open().getByLabel("Tình hình, hoặc lý do").press("Control+Enter");
  await said("Đã ghi.");
  const work = await workOf(tasks[0].id);
  assert.equal(work.state, "in_progress");
  assert.equal(work.percent, 40);
  assert.deepEqual([work.evidence[0].number, work.evidence[0].symbol, work.evidence[0].issued_on], ["472", "SKHCN-BCVT&CĐS", "2025-07-27"]);
  await open().locator(".said li", { hasText: "Đã gửi lấy ý kiến các phòng" }).waitFor();
});

test("a file goes with the report, and comes back as it was", async () => {
  await open().locator("input[type=file]").setInputFiles({ name: "ke-hoach.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 kế hoạch") });
  await open().getByRole("button", { name: "Báo cáo hoàn thành" }).click();
  await said("Đã báo cáo hoàn thành.");
  await open().locator(".state", { hasText: "Chờ xác nhận" }).waitFor();
  assert.equal(await open().getByRole("button", { name: "Xác nhận hoàn thành" }).count(), 0, "nobody confirms what they reported");
  const [download] = await Promise.all([page.waitForEvent("download"), open().getByRole("link", { name: "ke-hoach.pdf" }).click()]);
  assert.equal(await readFile(await download.path(), "utf8"), "%PDF-1.7 kế hoạch");
});

test("a move that asks for a reason says so before anything is sent", async () => {
  await open().getByRole("button", { name: "Trả lại" }).click();
  await open().getByRole("alert").filter({ hasText: "Xin ghi lý do trước." }).waitFor();
  await open().getByLabel("Tình hình, hoặc lý do").fill("Thiếu phụ lục");
  await open().getByRole("button", { name: "Trả lại" }).click();
  await said("Đã trả lại.");
  await page.keyboard.press("Escape");
});

test("amounts add up towards what the title asks for", async () => {
  await page.goto(`${program.address}/work`);
  await page.locator(".work li[id]", { hasText: "Kiểm định 700 phương tiện đo" }).getByRole("button").first().click();
  const amount = open().getByLabel("Làm thêm (phương tiện đo)");
  await amount.fill("280");
  await amount.press("Control+Enter");
  await open().getByText("đã làm 280 trên 700 phương tiện đo").waitFor();
  await amount.fill("70");
  await amount.press("Control+Enter");
  await open().getByText("đã làm 350 trên 700 phương tiện đo").waitFor();
  await open().getByText("+70 phương tiện đo").waitFor();
  assert.equal(await open().getByRole("combobox", { name: "Đã làm được" }).inputValue(), "25", "half of one of two targets");
  assert.deepEqual(await look(page, "work-amounts"), []);
  await page.keyboard.press("Escape");
});

test("nothing new is said of many tasks at once", async () => {
  await page.goto(`${program.address}/work`);
  for (const at of [2, 3, 4]) await page.locator(".work li[id] input[type=checkbox]").nth(at).check();
  await page.getByRole("button", { name: "Chưa có gì mới" }).click();
  await said("3 nhiệm vụ");
});

test("the head gives a task to somebody, who finds it among the own work", async () => {
  const unit = tasks[0].lead_units[0].name;
  const head = await addAccount(program, "truongphong", "unit_head", ["--unit", unit]);
  const officer = await addAccount(program, "chuyenvien", "officer", ["--unit", unit]);
  const other = await addAccount(program, "dongnghiep", "officer", ["--unit", unit]);
  const as = async (account) => {
    await page.context().clearCookies();
    await signIn(page, { ...program, account });
    await page.goto(`${program.address}/work`);
  };
  const given = page.locator(".work li[id]", { hasText: tasks[0].title });
  await as(head);
  await given.locator("button.title").click();
  await given.getByLabel("Người thực hiện").selectOption({ label: "chuyenvien" });
  await said("Đã giao cho chuyenvien");
  assert.deepEqual(await look(page, "work-assign"), []);
  await as(officer);
  await given.locator(".who", { hasText: "chuyenvien" }).waitFor();
  await as(other);
  await page.locator(".work .sentence").waitFor();
  assert.equal(await given.count(), 0, "it is somebody else's now");
  await page.getByRole("button", { name: "Cả cơ quan" }).click();
  await given.first().waitFor();
  await as(program.account);
});

test("the figures are a sentence, say their base, and lead to the tasks", async () => {
  await page.getByRole("link", { name: "Số liệu" }).click();
  await page.locator(".figures .sentence", { hasText: `${tasks.length} nhiệm vụ` }).waitFor();
  await page.locator(".shares li", { hasText: "được giao" }).waitFor();
  assert.deepEqual(await look(page, "figures"), []);
  const first = page.locator(".figures tbody th a").first();
  const unit = await first.innerText();
  await first.click();
  await page.locator(".work li[id]").first().waitFor();
  for (const who of await page.locator(".work .who").allInnerTexts()) assert.match(who, new RegExp(unit.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i"));
});

test("every number opens as many tasks as it says", async () => {
  await page.goto(`${program.address}/figures`);
  const overdue = page.locator(".figures tfoot td.under_way_overdue a");
  const said = Number(await overdue.innerText());
  assert.ok(said > 0);
  await overdue.click();
  await page.locator(".figures .sentence", { hasText: `${said} nhiệm vụ` }).waitFor();
  assert.equal(await page.locator(".figures .rows li").count(), said);
  assert.deepEqual(await look(page, "figure-rows"), []);
  await page.goBack();
  await page.locator(".columns li a").first().click();
  await page.locator(".figures .rows li").first().waitFor();
  const [, counted] = (await page.locator(".figures .sentence").innerText()).match(/^(\d+)/);
  assert.equal(await page.locator(".figures .rows li").count(), Number(counted));
  await page.goBack();
  await page.getByLabel("Đến hạn trong").selectOption("year");
  await page.locator(".figures .soft, .figures .sentence").first().waitFor();
  await page.goto(`${program.address}/figures?by=upper`);
  await page.locator(".figures tbody th", { hasText: "UBND tỉnh" }).first().waitFor();
  await page.goto(`${program.address}/figures?by=kind`);
  await page.locator(".figures thead th", { hasText: "Loại sản phẩm" }).waitFor();
  const sums = await page.locator(".figures tbody td.assigned").allInnerTexts();
  assert.equal(sums.reduce((sum, one) => sum + Number(one), 0), tasks.length, "each task is of one kind or of none");
  await page.goto(`${program.address}/figures?by=executor`);
  await page.locator(".figures table").last().waitFor();
});

test("the figures of a past day leave out what came later", async () => {
  await page.goto(`${program.address}/figures?as_of=2024-12-31`);
  await page.locator(".figures .soft", { hasText: "Chưa có nhiệm vụ nào" }).waitFor();
});

test("no page failed or asked another host", () => {
  assert.deepEqual(browser.faults, []);
});
