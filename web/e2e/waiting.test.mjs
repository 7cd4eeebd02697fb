import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

// What waits for whom, and later deadlines: the head of a division, an officer of it, the leader who directs its tasks, and the office.
let program, browser, page, api, tasks, unit, leader;
const people = {};
const said = (text) => page.locator(".notice", { hasText: text }).first().waitFor();
const workOf = async (task) => (await api("GET", `/tasks/${task}/work`)).body;
const partNamed = (name) => page.locator(".parts a", { hasText: name });
const isoIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const shownDay = (iso) => iso.split("-").reverse().join("/");

async function as(account, path = "/work") {
  await page.context().clearCookies();
  await signIn(page, { ...program, account });
  await page.goto(`${program.address}${path}`);
  await page.locator(".work h1, .units h1").first().waitFor();
}

before(async () => {
  program = await startProgram();
  api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  const all = (await api("GET", "/work")).body.items.map((item) => item.task);
  const first = all.find((task) => task.directing_leaders.length === 1);
  unit = first.lead_units[0];
  leader = first.directing_leaders[0];
  tasks = all.filter((task) => task.lead_units.some((one) => one.id === unit.id) && task.directing_leaders.some((one) => one.id === leader.id));
  people.office = program.account;
  people.head = await addAccount(program, "truongphong", "unit_head", ["--unit", unit.name, "--full-name", "Phan Văn Hiếu"]);
  people.officer = await addAccount(program, "chuyenvien", "officer", ["--unit", unit.name, "--full-name", "Lê Thị Mai"]);
  people.leader = await addAccount(program, "phogiamdoc", "leader", ["--leader", leader.name, "--full-name", leader.name]);
  browser = await openBrowser();
  page = browser.page;
  await as(people.head);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const row = (task) => page.locator(".work li[id]", { hasText: task.title });
const item = (task) => page.locator(".waiting > li", { hasText: task.title });

test("a report shows as waited for with the reporter, and as waiting with the leader, who confirms it in its place", async () => {
  await row(tasks[0]).locator("button.title").click();
  await row(tasks[0]).getByLabel("Văn bản minh chứng").fill("Văn bản số 472/SKHCN-BCVT&CĐS ngày 27/07/2025");
  await row(tasks[0]).locator(".meaning strong").waitFor();
  await row(tasks[0]).getByRole("button", { name: "Báo cáo hoàn thành" }).click();
  await said("Đã báo cáo hoàn thành.");
  await partNamed("Tôi đang chờ").locator("strong", { hasText: /^1$/ }).waitFor();
  await partNamed("Tôi đang chờ").click();
  await item(tasks[0]).locator(".kind", { hasText: "Chờ xác nhận kết quả" }).waitFor();
  assert.deepEqual(await look(page, "waiting-others"), []);

  await as(people.leader);
  await partNamed("Đang chờ tôi").locator("strong", { hasText: /^1$/ }).waitFor();
  await partNamed("Đang chờ tôi").click();
  await item(tasks[0]).locator(".facts", { hasText: "Phan Văn Hiếu" }).waitFor();
  await item(tasks[0]).locator("button.title").click();
  assert.deepEqual(await look(page, "waiting-me"), []);
  await item(tasks[0]).getByRole("button", { name: "Trả lại" }).click();
  await item(tasks[0]).getByRole("alert").filter({ hasText: "Xin ghi lý do trước." }).waitFor();
  await item(tasks[0]).getByLabel("Ý kiến").waitFor();
  await item(tasks[0]).getByRole("button", { name: "Xác nhận hoàn thành" }).click();
  await said("Đã xác nhận hoàn thành.");
  await page.locator(".nothing", { hasText: "Không ai đang chờ bạn" }).waitFor();
  assert.equal((await workOf(tasks[0].id)).state, "completed");
});

test("a later deadline is asked for with a day, a reason and a document, and granted where the leader is", async () => {
  const until = isoIn(40);
  await api("POST", `/tasks/${tasks[1].id}/work/moves`, { move: "begin" }, { "If-Match": '"1"' });
  await as(people.head);
  await row(tasks[1]).locator("button.title").click();
  await row(tasks[1]).getByRole("button", { name: "Xin gia hạn" }).click();
  await row(tasks[1]).getByLabel("Xin đến ngày").fill(until);
  await row(tasks[1]).getByLabel("Văn bản đề nghị").fill("Công văn 15/SKHCN-CĐS");
  await row(tasks[1]).getByLabel("Lý do", { exact: true }).fill("Chờ ý kiến các sở");
  assert.deepEqual(await look(page, "extension-ask"), []);
  await row(tasks[1]).getByRole("button", { name: "Gửi đề nghị" }).click();
  await said("Đã gửi đề nghị gia hạn.");
  await row(tasks[1]).locator(".pending", { hasText: "Công văn 15/SKHCN-CĐS" }).waitFor();
  assert.equal(await row(tasks[1]).getByRole("button", { name: /^Đồng ý/ }).count(), 0, "nobody answers the own wish");

  await as(people.leader, "/work?part=for_me");
  await item(tasks[1]).locator(".kind", { hasText: "Trả lời xin gia hạn" }).waitFor();
  await item(tasks[1]).locator("button.title").click();
  await item(tasks[1]).getByRole("button", { name: "Không đồng ý" }).click();
  await item(tasks[1]).getByRole("alert").filter({ hasText: "Xin ghi lý do không đồng ý." }).waitFor();
  assert.deepEqual(await look(page, "extension-answer"), []);
  await item(tasks[1]).getByRole("button", { name: `Đồng ý đến ${shownDay(until)}` }).click();
  await said("Đã gia hạn.");
  const work = await workOf(tasks[1].id);
  assert.equal(work.due_on, until);
  assert.notEqual(work.first_due_on, until, "the first deadline stays");
});

test("another day is offered, and the requester takes it", async () => {
  const wanted = isoIn(90), offered = isoIn(60);
  await api("POST", `/tasks/${tasks[2].id}/work/moves`, { move: "begin" }, { "If-Match": '"1"' });
  await as(people.head);
  await row(tasks[2]).locator("button.title").click();
  await row(tasks[2]).getByRole("button", { name: "Xin gia hạn" }).click();
  await row(tasks[2]).getByLabel("Xin đến ngày").fill(wanted);
  await row(tasks[2]).getByLabel("Lý do", { exact: true }).fill("Thiếu số liệu");
  await row(tasks[2]).getByRole("button", { name: "Gửi đề nghị" }).click();
  await said("Đã gửi đề nghị gia hạn.");
  await as(people.leader, `/work?part=for_me&task=${tasks[2].id}`);
  await item(tasks[2]).getByLabel("Hoặc cho hạn khác").fill(offered);
  await item(tasks[2]).getByRole("button", { name: `Đề xuất hạn ${shownDay(offered)}` }).click();
  await said("Đã đề xuất hạn khác.");
  await as(people.head, "/work?part=for_me");
  await item(tasks[2]).locator(".kind", { hasText: "Hạn khác được đề xuất" }).waitFor();
  await item(tasks[2]).locator("button.title").click();
  await item(tasks[2]).getByRole("button", { name: `Nhận hạn ${shownDay(offered)}` }).click();
  await said("Đã nhận hạn mới.");
  assert.equal((await workOf(tasks[2].id)).due_on, offered);
});

test("difficulties and requests are said apart from the progress", async () => {
  await as(people.head);
  await row(tasks[1]).locator("button.title").click();
  await row(tasks[1]).getByText("Khó khăn, kiến nghị").click();
  await row(tasks[1]).getByLabel("Khó khăn, vướng mắc").fill("Chưa có kinh phí");
  await row(tasks[1]).getByLabel("Kiến nghị, đề xuất").fill("Đề nghị bổ sung dự toán");
  assert.deepEqual(await look(page, "work-troubles"), []);
  await row(tasks[1]).getByRole("button", { name: "Ghi lại" }).click();
  await said("Đã ghi.");
  await row(tasks[1]).locator(".said li", { hasText: "Đề nghị bổ sung dự toán" }).waitFor();
  const entry = (await workOf(tasks[1].id)).entries.at(-1);
  assert.deepEqual([entry.difficulties, entry.requests], ["Chưa có kinh phí", "Đề nghị bổ sung dự toán"]);
});

test("who leaves hands everything over from the page where people are", async () => {
  const executors = (await api("GET", `/tasks/${tasks[3].id}/executors`)).body.items;
  const officer = executors.find((one) => one.name === "Lê Thị Mai");
  for (const task of [tasks[3], tasks[4]]) await api("PUT", `/tasks/${task.id}/work/executor`, { executor: officer.id }, { "If-Match": '"1"' });
  await as(people.head, "/units");
  await page.getByRole("link", { name: "Ai làm gì" }).click();
  const mai = page.locator(".units li", { hasText: "Lê Thị Mai" });
  await mai.locator(".tasks", { hasText: "2 việc đang mở" }).waitFor();
  assert.deepEqual(await look(page, "workloads"), []);
  await mai.getByRole("button", { name: "Bàn giao" }).click();
  await page.getByLabel("Người nhận").selectOption({ label: "Phan Văn Hiếu (đang có 0 việc)" });
  await page.getByLabel("Lý do").fill("Chuyển công tác");
  assert.deepEqual(await look(page, "hand-over"), []);
  await page.locator("dialog").getByRole("button", { name: "Bàn giao" }).click();
  await said("Đã bàn giao 2 việc cho Phan Văn Hiếu.");
  await page.locator(".units li", { hasText: "Phan Văn Hiếu" }).locator(".tasks", { hasText: "2 việc đang mở" }).waitFor();
  assert.equal((await workOf(tasks[3].id)).executor_name, "Phan Văn Hiếu");
});

test("no page failed or asked another host", () => {
  assert.deepEqual(browser.faults, []);
});
