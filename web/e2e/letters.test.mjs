// Letters to units: chosen among the overdue, written, issued, answered by the unit, asked again; read back by another program.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

const run = promisify(execFile);
const unit = "Phòng CĐS";
let program, browser, page, api, head, stranger;
const said = (text) => page.locator(".notice", { hasText: text }).first().waitFor();
const letters = async () => (await api("GET", "/letters")).body.items;
const as = async (account) => {
  await page.context().clearCookies();
  await signIn(page, { ...program, account });
};

before(async () => {
  program = await startProgram();
  api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  head = await addAccount(program, "truongphong", "unit_head", ["--unit", unit]);
  stranger = await addAccount(program, "phongkhac", "unit_head", ["--unit", "Phòng TCĐL"]);
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("the office finds the letters from its work, and writes the first", async () => {
  await page.goto(`${program.address}/work`);
  await page.getByRole("link", { name: "Công văn đôn đốc, giải trình" }).click();
  await page.getByRole("heading", { name: "Chưa có công văn nào" }).waitFor();
  assert.deepEqual(await look(page, "letters-none"), []);
  await page.getByRole("link", { name: "Soạn công văn" }).click();
  await page.locator("details.unit", { hasText: unit }).locator("summary").click();
  assert.match(await page.locator("details.unit[open] li").first().innerText(), /quá hạn \d+ ngày/);
  await page.locator("details.unit[open]").getByLabel("Chọn cả đơn vị").check();
  await page.getByLabel("Yêu cầu giải trình").check();
  assert.deepEqual(await look(page, "letter-new"), []);
  await page.getByRole("button", { name: "Soạn công văn" }).click();
  await said("Đã soạn 1 công văn dự thảo.");
  await page.getByRole("heading", { level: 1, name: `Yêu cầu giải trình: ${unit}` }).waitFor();
  await page.locator(".paper", { hasText: "V/v giải trình việc chậm thực hiện nhiệm vụ được giao" }).waitFor();
});

test("a draft is edited, and keeps what was written of it", async () => {
  await page.getByRole("button", { name: "Sửa" }).click();
  await page.getByLabel("Ý kiến thêm (nếu có)").fill("Đề nghị báo cáo riêng nhiệm vụ về an toàn thông tin.");
  await page.getByLabel("Ký hiệu").fill("SKHCN-VP");
  await page.getByLabel("Thời hạn trả lời (ngày làm việc)").fill("5");
  assert.deepEqual(await look(page, "letter-edit"), []);
  await page.getByRole("dialog").getByRole("button", { name: "Lưu" }).click();
  await said("Đã lưu.");
  await page.locator(".paper .body", { hasText: "Đề nghị báo cáo riêng" }).waitFor();
  await page.locator(".paper .body", { hasText: "trong thời hạn 05 ngày làm việc" }).waitFor();
});

test("nobody but the office sees a draft", async () => {
  const own = await signInByApi({ ...program, account: head });
  assert.deepEqual((await own("GET", "/letters")).body.items, []);
});

test("it is issued with number, day and signer, and says by when the unit answers", async () => {
  await page.getByRole("button", { name: "Ban hành" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Số", { exact: true }).fill("5");
  await dialog.getByLabel("Người ký", { exact: true }).fill("Lê Văn Thư");
  await dialog.getByLabel("Quyền hạn, chức vụ người ký").fill("TL. Giám đốc\nChánh Văn phòng");
  assert.deepEqual(await look(page, "letter-issue"), []);
  await dialog.getByRole("button", { name: "Ghi đã ban hành" }).click();
  await said("Đã ban hành.");
  await page.locator(".paper", { hasText: "Số: 05/SKHCN-VP" }).waitFor();
  await page.locator(".paper .foot", { hasText: "CHÁNH VĂN PHÒNG" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Sửa" }).count(), 0, "what is issued does not change");
  assert.deepEqual(await look(page, "letter-issued"), []);
});

test("the PDF says what the page says", async () => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải PDF" }).click()]);
  assert.equal(download.suggestedFilename(), `Công văn yêu cầu giải trình ${unit}.pdf`);
  const { stdout } = await run("pdftotext", ["-layout", await download.path(), "-"]);
  const printed = stdout.replace(/\s+/g, " ");
  for (const text of ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số: 05/SKHCN-VP", `Kính gửi: ${unit}.`, "Lê Văn Thư", "Đề nghị báo cáo riêng nhiệm vụ về an toàn thông tin."])
    assert.ok(printed.includes(text), text);
  for (const body of await page.locator(".paper .body").allInnerTexts()) assert.ok(printed.includes(body.trim()), body);
});

test("the unit is told that it owes an answer, and gives it with its document and file", async () => {
  await as(head);
  await page.goto(`${program.address}/work`);
  await page.locator(".letters-note", { hasText: "1 công văn đang chờ đơn vị trả lời." }).waitFor();
  assert.deepEqual(await look(page, "letter-note"), []);
  await page.getByRole("link", { name: "Mở danh sách công văn" }).click();
  await page.getByRole("link", { name: /05\/SKHCN-VP/ }).click();
  assert.equal(await page.getByRole("button", { name: "Thu hồi" }).count(), 0);
  await page.getByLabel("Nội dung trả lời").fill("Chậm do chờ ý kiến của các sở; hoàn thành trước ngày 15.");
  await page.getByLabel("Văn bản trả lời (nếu có)").fill("Báo cáo số 35/BC-CĐS ngày 12/8/2025");
  await page.locator(".reply .meaning strong", { hasText: "35/BC-CĐS" }).waitFor();
  await page.locator(".reply input[type=file]").setInputFiles({ name: "giai-trinh.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 giải trình") });
  assert.deepEqual(await look(page, "letter-reply"), []);
  await page.getByRole("button", { name: "Gửi trả lời" }).click();
  await said("Đã ghi trả lời.");
  await page.locator(".replies li", { hasText: "35/BC-CĐS" }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "giai-trinh.pdf" }).click()]);
  assert.equal(await readFile(await download.path(), "utf8"), "%PDF-1.7 giải trình");
  assert.equal((await letters())[0].state, "answered");
});

test("another unit finds no letter", async () => {
  await as(stranger);
  await page.goto(`${program.address}/work/letters`);
  await page.getByRole("heading", { name: "Chưa có công văn nào" }).waitFor();
});

test("the letter and its reply stand with the task", async () => {
  await as(program.account);
  const [letter] = await letters();
  const { tasks } = (await api("GET", `/letters/${letter.id}`)).body;
  await page.goto(`${program.address}/work?task=${tasks[0].task}`);
  const shown = page.locator("li.open .task-letters");
  await shown.getByText("Chậm do chờ ý kiến của các sở").waitFor();
  await shown.scrollIntoViewIfNeeded();
  assert.deepEqual(await look(page, "letter-task"), []);
  await shown.getByRole("link", { name: "05/SKHCN-VP" }).click();
  await page.getByRole("button", { name: "Yêu cầu trả lời lại" }).click();
  await page.getByLabel("Lý do").fill("Chưa nêu trách nhiệm của tập thể, cá nhân");
  await page.getByRole("dialog").getByRole("button", { name: "Yêu cầu trả lời lại" }).click();
  await page.locator(".message", { hasText: "Văn phòng yêu cầu trả lời lại: Chưa nêu trách nhiệm" }).waitFor();
  assert.equal((await letters())[0].state, "issued");
});

test("rows behind a number, and rows of the work list, go into letters, one for each unit", async () => {
  await page.goto(`${program.address}/figures`);
  await page.locator(".figures tfoot td.under_way_overdue a").click();
  const boxes = page.locator(".rows input[type=checkbox]");
  await boxes.first().waitFor();
  const rows = await boxes.count();
  for (let at = 0; at < rows; at++) await boxes.nth(at).check();
  assert.deepEqual(await look(page, "letter-rows"), []);
  await page.getByRole("link", { name: "Soạn công văn đôn đốc" }).click();
  await page.locator("details.unit").first().waitFor();
  const units = await page.locator("details.unit").count();
  assert.ok(units > 1);
  await page.getByRole("button", { name: `Soạn ${units} công văn` }).click();
  await said(`Đã soạn ${units} công văn dự thảo.`);
  assert.equal((await letters()).filter((one) => one.state === "drafted").length, units);
  await page.locator(".letters section.drafted li").first().waitFor();
  assert.deepEqual(await look(page, "letters"), []);
  await page.goto(`${program.address}/work`);
  await page.locator(".work li[id] input[type=checkbox]").first().check();
  await page.getByRole("link", { name: "Soạn công văn đôn đốc" }).click();
  assert.equal(await page.locator("details.unit li input:checked").count(), await page.locator("details.unit li").count());
  assert.deepEqual(browser.faults, []);
});
