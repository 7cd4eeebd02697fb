// The report of a period: begun by the unit, written, submitted, sent back, approved by another, locked, unlocked with a reason.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, signInByApi, startProgram } from "./program.mjs";

const unit = "Phòng Chuyển đổi số";
let program, browser, page, api, head, leader;
const said = (text) => page.locator(".notice", { hasText: text }).first().waitFor();
const group = (name) => page.locator("section", { has: page.getByRole("heading", { level: 2, name }) });
const press = (name) => page.getByRole("button", { name, exact: true }).click();
const as = async (account) => {
  await page.context().clearCookies();
  await signIn(page, { ...program, account });
};
const openReports = async () => {
  await page.goto(`${program.address}/figures`);
  await page.getByRole("link", { name: "Báo cáo", exact: true }).click();
};

before(async () => {
  program = await startProgram({ generate: 60 });
  api = await signInByApi(program);
  head = await addAccount(program, "truongphong", "unit_head", ["--unit", unit]);
  leader = await addAccount(program, "giamdoc", "leader");
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, { ...program, account: head });
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("the reports of the last period say who has not sent", async () => {
  await openReports();
  await group("Chưa gửi").locator("li", { hasText: unit }).waitFor();
  assert.deepEqual(await look(page, "reports"), []);
  const shown = await page.locator(".stepper strong").innerText();
  await page.getByRole("button", { name: "Kỳ trước" }).click();
  await page.locator(".stepper strong").filter({ hasNotText: shown }).waitFor();
  await page.getByRole("button", { name: "Kỳ sau" }).click();
  await page.locator(".stepper strong").filter({ hasText: shown }).waitFor();
  await page.getByRole("button", { name: "Kỳ sau" }).click();
  await page.locator(".sentence", { hasText: "Kỳ này chưa kết thúc" }).waitFor();
  await page.getByRole("button", { name: "Kỳ trước" }).click();
});

test("a unit begins its own report and no other, and what it writes is saved on leaving a field", async () => {
  assert.equal(await page.getByRole("button", { name: /^Lập báo cáo/ }).count(), 1);
  await page.getByRole("button", { name: `Lập báo cáo ${unit}` }).click();
  await page.getByRole("heading", { level: 1, name: /^Báo cáo tháng/ }).waitFor();
  await page.getByLabel("Đánh giá chung").fill("Các nhiệm vụ chậm do chờ ý kiến.\nĐơn vị đã làm việc với các bên.");
  await page.getByLabel("Khó khăn, vướng mắc").fill("Thiếu số liệu của các xã.");
  await page.keyboard.press("Tab");
  await said("Đã lưu.");
  await page.reload();
  assert.equal(await page.getByLabel("Khó khăn, vướng mắc").inputValue(), "Thiếu số liệu của các xã.");
  await page.locator("summary", { hasText: "Quá hạn" }).click();
  assert.deepEqual(await look(page, "report-draft"), []);
});

test("that nothing arose is refused where something is overdue", async () => {
  await page.getByLabel("Trong kỳ không phát sinh nhiệm vụ").check();
  await said("Đã lưu.");
  await press("Gửi báo cáo");
  await said("không thể báo cáo là không phát sinh");
  await page.getByLabel("Trong kỳ không phát sinh nhiệm vụ").uncheck();
  await said("Đã lưu.");
});

test("it is submitted, and from then on stays as it is", async () => {
  await press("Gửi báo cáo");
  await said("Nội dung được giữ nguyên");
  await page.locator(".words .said", { hasText: "Thiếu số liệu của các xã." }).waitFor();
  assert.equal(await page.getByLabel("Đánh giá chung").count(), 0);
  await page.getByRole("button", { name: "Rút về sửa" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Duyệt" }).count(), 0);
});

test("a leader sends it back with a reason, and approves it once it came again", async () => {
  const address = page.url();
  await as(leader);
  await page.goto(address);
  await press("Trả lại");
  await page.getByLabel("Lý do").fill("Bổ sung phương hướng kỳ tới");
  assert.deepEqual(await look(page, "report-send-back"), []);
  await page.getByRole("dialog").getByRole("button", { name: "Trả lại" }).click();
  await said("Đã trả lại.");

  await as(head);
  await page.goto(address);
  await page.locator(".message", { hasText: "Bổ sung phương hướng kỳ tới" }).waitFor();
  await page.getByLabel("Phương hướng kỳ tới").fill("Hoàn thành các nhiệm vụ quá hạn.");
  await page.keyboard.press("Tab");
  await said("Đã lưu.");
  await press("Gửi báo cáo");
  await said("Đã gửi.");

  await as(leader);
  await page.goto(address);
  await press("Duyệt");
  await said("Đã duyệt.");
  await page.locator(".facts", { hasText: "giamdoc duyệt lúc" }).waitFor();
});

test("the office locks it, and opens it again only with a reason; what was sent stays", async () => {
  const address = page.url();
  await as(program.account);
  await page.goto(address);
  await press("Khóa");
  await said("Đã khóa.");
  assert.deepEqual(await look(page, "report-locked"), []);
  const id = address.split("/").at(-1);
  const locked = (await api("GET", `/period_reports/${id}`)).body;
  assert.deepEqual(locked.moves, ["unlock"]);
  await press("Mở khóa");
  await page.getByLabel("Lý do").fill("Sai số liệu một nhiệm vụ");
  await page.getByRole("dialog").getByRole("button", { name: "Mở khóa" }).click();
  await said("Đã mở khóa.");
  await page.getByRole("link", { name: "Bản gửi lần 2" }).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Bản gửi lần 1" }).click();
  assert.match((await download).suggestedFilename(), /^Báo cáo tháng .*\.pdf$/);
});

test("the office sees the period at a glance, and sets when reports are sent", async () => {
  await openReports();
  await page.getByRole("button", { name: /toàn cơ quan/ }).click();
  await press("Gửi báo cáo");
  await said("Đã gửi.");
  await page.getByRole("link", { name: "Các báo cáo của kỳ này" }).click();
  await group("Chờ duyệt").locator("li", { hasText: "toàn cơ quan" }).waitFor();
  assert.deepEqual(await look(page, "reports-office"), []);
  for (const [link, name] of [["Sổ giao ban (Excel)", /^Giao ban tháng .*\.xlsx$/], ["Nhiệm vụ kỳ tới (Word)", /^Nhiệm vụ kỳ tới .*\.docx$/]]) {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: link }).click();
    assert.match((await download).suggestedFilename(), name);
  }
  await page.goto(`${program.address}/reminders/reports`);
  await page.getByLabel("Yêu cầu báo cáo 9 tháng").check();
  await page.getByLabel("Ngày chốt số liệu báo cáo tháng (31: ngày cuối tháng)").fill("31");
  await page.getByLabel("Hạn gửi báo cáo tính theo").selectOption({ label: "ngày cố định trong tháng" });
  await press("Lưu");
  await said("Đã lưu quy tắc.");
  assert.deepEqual(await look(page, "report-settings"), []);
  await page.goto(`${program.address}/figures/reports?kind=month&year=2025&number=2`);
  await page.locator(".sentence", { hasText: "(từ 01/02/2025 đến hết 28/02/2025)" }).waitFor();
});
