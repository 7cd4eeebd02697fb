import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

// Four people around one draft: the office, the head of a division, the leader who directs it, an auditor.
let program, browser, page, api, programme;
const division = "Phòng CĐS";
const people = {};

const change = async (name) => {
  await page.context().clearCookies();
  await signIn(page, { ...program, account: people[name] });
};
const openConsultation = async () => {
  await page.getByRole("link", { name: "Lấy ý kiến" }).click();
  await page.locator(".consultations li a").first().click();
  await page.locator(".consultation h1").waitFor();
};
const row = (title) => page.locator(".consultation .month li", { hasText: title });
const consultation = async () => {
  const [one] = (await api("GET", `/programmes/${programme}/consultations`)).body.items;
  return (await api("GET", `/consultations/${one.id}`)).body;
};

before(async () => {
  program = await startProgram();
  people.office = program.account;
  api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  programme = (await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` })).body.programme;
  people.head = await addAccount(program, "truongphong", "unit_head", ["--unit", division]);
  people.leader = await addAccount(program, "phogiamdoc", "leader", ["--leader", "Võ Minh Khôi"]);
  people.auditor = await addAccount(program, "kiemtra", "auditor");
  browser = await openBrowser();
  page = browser.page;
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("the office sends the draft to the units", async () => {
  await change("office");
  await page.getByRole("link", { name: "Lấy ý kiến" }).click();
  await page.getByRole("heading", { name: "Chưa có chương trình nào đang lấy ý kiến." }).waitFor();
  await page.getByRole("button", { name: "Gửi lấy ý kiến" }).click();
  await page.getByLabel("Lời nhắn").fill("Đề nghị các đơn vị cho ý kiến từng nhiệm vụ.");
  assert.deepEqual(await look(page, "consultation-send"), []);
  await page.getByRole("button", { name: "Gửi", exact: true }).click();
  await page.locator(".consultation h1").waitFor();
  assert.equal((await consultation()).state, "open");
  assert.deepEqual(await look(page, "consultation-office"), []);
});

test("the head answers for the own division, task by task", async () => {
  await change("head");
  await openConsultation();
  assert.equal(await page.locator(".consultation .unit").count(), 1, "sees the own division only");
  const drop = row("Tổ chức lớp tập huấn kỹ năng số");
  await drop.getByRole("button", { name: "Bỏ", exact: true }).click();
  await drop.getByLabel("Lý do").fill("Đã tổ chức trong tháng 6");
  await drop.getByRole("button", { name: "Đề xuất bỏ" }).click();
  await drop.locator(".chip", { hasText: "Bỏ" }).waitFor();
  const move = row("Xây dựng nền tảng số dùng chung");
  await move.getByRole("button", { name: "Chuyển tháng" }).click();
  await move.getByLabel("Sang tháng").selectOption("10");
  await move.getByLabel("Lý do").fill("Chờ kinh phí quý IV");
  assert.deepEqual(await look(page, "consultation-unit"), []);
  await move.getByRole("button", { name: "Đề xuất chuyển" }).click();
  await move.locator(".chip", { hasText: "Tháng 10" }).waitFor();
  await page.getByRole("button", { name: "Bổ sung nhiệm vụ" }).click();
  await page.getByLabel("Tên nhiệm vụ").fill("Đánh giá an toàn thông tin các hệ thống của Sở");
  await page.getByLabel("Sang tháng").selectOption("11");
  await page.getByRole("button", { name: "Bổ sung", exact: true }).click();
  await row("Đánh giá an toàn thông tin").waitFor();
  await page.getByRole("button", { name: "Gửi trả lời" }).click();
  await page.locator(".notice", { hasText: "Đã gửi trả lời" }).waitFor();
  await page.locator(".state.answered").waitFor();
});

test("a division answers with a file in the form of a unit's answer", async () => {
  const all = await consultation();
  const other = all.units.find((unit) => unit.name !== division && unit.months.some((month) => month.tasks.length > 0));
  const [{ row: task }] = other.months[0].tasks;
  const put = async (remark, coordinating) => {
    const file = `| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Ghi chú |\n|---|---|---|---|---|\n| ${task.number} | ${task.title} | ${other.name} | ${coordinating} | ${remark} |\n`;
    const answer = (await api("PUT", `/consultations/${all.id}/units/${other.unit}/file?name=y-kien.md`, new TextEncoder().encode(file))).body;
    return [answer.taken, answer.unplaced.length];
  };
  await change("office");
  assert.deepEqual(await put("Đề nghị điều chỉnh đơn vị phối hợp", "Thanh tra Sở"), [1, 0]);
  await openConsultation();
  await row(task.title).locator("ins", { hasText: "Thanh tra" }).waitFor();
  assert.deepEqual(await put("Đề nghị lùi thời gian sang quý IV", ""), [1, 1]);
  await page.reload();
  const asked = row(task.title).locator(".placing");
  await asked.getByLabel("Sang tháng").waitFor();
  assert.deepEqual(await look(page, "consultation-placing"), []);
  await asked.getByLabel("Sang tháng").selectOption("12");
  await asked.getByRole("button", { name: "Đặt vào đây" }).click();
  await row(task.title).locator(".chip", { hasText: "Tháng 12" }).waitFor();
  assert.deepEqual(await put("Đề nghị giữ nguyên", ""), [1, 0]);
});

test("the office sees all answers with counted totals, advises and closes", async () => {
  const all = await consultation();
  for (const unit of all.units) if (unit.answer === "awaited" && unit.name !== division) await api("POST", `/consultations/${all.id}/units/${unit.unit}/answer`);
  await change("office");
  await openConsultation();
  assert.equal(await page.locator(".consultation .unit").count(), all.units.length);
  const mine = page.locator(".consultation .unit", { hasText: division }).filter({ has: page.locator(".chip.kind-drop") });
  await mine.getByRole("heading", { level: 3, name: /đề xuất bỏ 1/ }).first().waitFor();
  for (const title of ["Tổ chức lớp tập huấn kỹ năng số", "Xây dựng nền tảng số dùng chung", "Đánh giá an toàn thông tin"]) {
    const one = row(title).filter({ has: page.locator(".chip") });
    await one.getByRole("button", { name: "Tham mưu đồng ý" }).click();
    await one.locator(".given.accept").waitFor();
  }
  await page.getByRole("button", { name: "Khép lại lấy ý kiến" }).click();
  await page.getByRole("button", { name: "Còn 3 đề xuất chờ quyết định" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Đồng ý", exact: true }).count(), 0, "the office does not decide");
});

test("the leader decides as advised, all at once", async () => {
  await change("leader");
  await openConsultation();
  await page.getByText("3 đề xuất chờ quyết định của bạn").waitFor();
  assert.deepEqual(await look(page, "consultation-leader"), []);
  await page.getByRole("button", { name: "Quyết định theo tham mưu (3)" }).click();
  await row("Tổ chức lớp tập huấn kỹ năng số").locator(".given.accept", { hasText: "phogiamdoc" }).waitFor();
});

test("the office takes what was accepted into the next version", async () => {
  await change("office");
  await openConsultation();
  await page.getByRole("button", { name: "Đưa vào chương trình" }).click();
  await page.locator(".notice", { hasText: "lưu thành bản số 2" }).waitFor();
  const versions = (await api("GET", `/programmes/${programme}/versions`)).body.items;
  assert.deepEqual(versions.map((one) => one.number), [1, 2]);
  const { counts, rows } = (await api("GET", `/programmes/${programme}/comparison?before=${versions[0].id}&after=${versions[1].id}`)).body;
  assert.deepEqual([counts.dropped, counts.moved, counts.added], [1, 1, 1]);
  const moved = rows.find((one) => one.kind === "moved");
  assert.equal(moved.month, 10);
});

test("the auditor reads who said and decided what, and changes nothing", async () => {
  const settled = await consultation();
  await change("auditor");
  await page.goto(`${program.address}/consultations/${settled.id}`);
  await page.locator(".state.settled").waitFor();
  await row("Tổ chức lớp tập huấn kỹ năng số").locator(".given.accept", { hasText: "phogiamdoc" }).waitFor();
  assert.equal(await page.locator(".consultation .choices, .consultation .give, .deciding").count(), 0);
  assert.deepEqual(await look(page, "consultation-auditor"), []);
  assert.deepEqual(browser.faults, []);
});
