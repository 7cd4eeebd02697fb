import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, phone, signIn, wide } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

// The head of a division, an officer of it, the leader who directs its tasks, and the office.
let program, browser, page, api, tasks, unit, leader;
const people = {};
const isoIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

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
  await prepare();
  browser = await openBrowser();
  page = browser.page;
  await as(people.head);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

// One done, one put off, the others late.
async function prepare() {
  const as_head = await signInByApi({ ...program, account: people.head });
  const as_leader = await signInByApi({ ...program, account: people.leader });
  const move = (by, task, version, form) => by("POST", `/tasks/${task.id}/work/moves`, form, { "If-Match": `"${version}"` });
  await move(as_head, tasks[0], 1, { move: "report" });
  await move(as_leader, tasks[0], 2, { move: "confirm", words: "Đã xem" });
  await move(as_head, tasks[1], 1, { move: "begin" });
  const until = isoIn(40);
  const asked = (await as_head("POST", `/tasks/${tasks[1].id}/extensions`, { wanted: { from: until, to: until }, reason: "Chờ ý kiến các sở" })).body;
  await as_leader("POST", `/tasks/${tasks[1].id}/extensions/${asked.id}/answer`, { answer: "granted" }, { "If-Match": `"${asked.version}"` });
}

const viewNamed = (name) => page.locator(".views").getByRole("button", { name, exact: true }).click();
const cards = () => page.locator(".board .card");

test("the same tasks, and the same filter, stand on the board; a card opens with what may be done", async () => {
  await as(people.office);
  await page.getByLabel("Lọc theo đơn vị").selectOption(unit.id);
  const listed = await page.locator(".work li[id]").count();
  await viewNamed("Bảng");
  await cards().first().waitFor();
  assert.equal(await cards().count(), listed);
  assert.match(page.url(), new RegExp(`unit=${unit.id}`));
  await page.locator(".column.doing .card", { hasText: tasks[1].title }).waitFor();
  assert.deepEqual(await look(page, "board"), []);
  await page.getByLabel("Cả việc đã xong").check();
  await page.locator(".column.finished .card", { hasText: tasks[0].title }).waitFor();
});

test("on the board the arrows go from card to card, Enter opens, Esc comes back", async () => {
  await page.locator(".column.todo .card").first().focus();
  const focused = () => page.evaluate(() => document.activeElement.querySelector(".name")?.textContent);
  const first = await focused();
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await focused(), first);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".column").className), "column doing");
  const name = await focused();
  await page.keyboard.press("Enter");
  await page.locator("dialog.task-dialog h2", { hasText: name }).waitFor();
  await page.locator("dialog .update").waitFor();
  assert.deepEqual(await look(page, "board-task"), []);
  await page.keyboard.press("Escape");
  await page.locator("dialog.task-dialog").waitFor({ state: "detached" });
  assert.equal(await focused(), name, "the focus is where it was");
});

test("a card is carried into another column by hand and from the keyboard, and what asks for more opens its form", async () => {
  const title = tasks[2].title;
  const card = (column) => page.locator(`.column.${column} .card`, { hasText: title });
  await card("todo").dragTo(page.locator(".column.doing"));
  await page.locator(".notice", { hasText: "Đã bắt đầu." }).waitFor();
  await card("doing").waitFor();
  await card("doing").dragTo(page.locator(".column.todo"));
  await page.locator(".notice", { hasText: "không chuyển sang “Chưa làm” được" }).waitFor();
  await card("doing").waitFor();
  await card("doing").dragTo(page.locator(".column.confirming"));
  await page.locator("dialog.task-dialog h2", { hasText: title }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog.task-dialog").waitFor({ state: "detached" });
  await page.locator(".column.todo .card").first().focus();
  const name = await page.evaluate(() => document.activeElement.querySelector(".name")?.textContent);
  await page.keyboard.press("Alt+ArrowRight");
  await page.locator(".column.doing .card", { hasText: name }).waitFor();
});

test("the calendar shows each day's tasks, the agency's holidays, and leads to the nearest month that has any", async () => {
  await page.goto(`${program.address}/work?view=calendar`);
  await page.locator(".month-view").waitFor();
  await page.getByRole("button", { name: /^Đến Tháng/ }).click();
  await page.locator(".month-grid td ul").first().waitFor();
  const month = page.url().match(/month=([\d-]+)/)[1];
  const due = (await api("GET", "/work/short")).body.items.filter((one) => one.due_on?.startsWith(month)).length;
  await page.locator(".month-view header .soft", { hasText: `${due} việc đến hạn` }).waitFor();
  assert.deepEqual(await look(page, "calendar-work"), []);
  await page.goto(`${program.address}/work?view=calendar&month=2025-09`);
  await page.locator(".month-grid td.rest").first().waitFor();
  assert.ok((await page.locator(".month-grid td.rest").count()) >= 8, "weekends are marked");
  const [day] = await page.locator(".month-grid button.number[tabindex='0']").evaluateAll((all) => all.map((one) => one.id));
  await page.locator(`#${day}`).focus();
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction((before) => document.activeElement.id.startsWith("due-") && document.activeElement.id !== before, day);
  assert.deepEqual(await look(page, "calendar-september"), []);
});

test("a holiday that the agency confirmed is named in the calendar", async () => {
  const year = (await api("GET", "/calendar/2025")).body;
  const days = [...year.days.filter((one) => one.date !== "2025-09-02"), { date: "2025-09-02", kind: "holiday", name: "Quốc khánh", source: "Bộ luật Lao động, Điều 112", is_confirmed: true }];
  await api("PUT", "/calendar/2025", { weekly_rest: year.weekly_rest, days }, { "If-Match": `"${year.version}"` });
  await page.goto(`${program.address}/work?view=calendar&month=2025-09`);
  await page.locator(".month-grid td.holiday .reason", { hasText: "Quốc khánh" }).waitFor();
  await page.setViewportSize(phone);
  await page.locator(".agenda h3 .holiday", { hasText: "Quốc khánh" }).waitFor();
  assert.equal(await page.locator(".month-grid").count(), 0, "a phone gets the days one below the other");
  await page.setViewportSize(wide);
});

test("the line of time shows the first deadline, what was granted since, what is late, and today", async () => {
  await page.goto(`${program.address}/work?view=timeline&span=12&from=2025-07`);
  await page.locator(".bars li .bar.planned").first().waitFor();
  assert.deepEqual(await look(page, "timeline-year"), []);
  const today = isoIn(0).slice(0, 7);
  await page.goto(`${program.address}/work?view=timeline&from=${today}&span=6&unit=${unit.id}`);
  await page.locator(".bars li", { hasText: tasks[1].title }).locator(".bar.extended").waitFor();
  await page.locator(".bars .now").first().waitFor();
  await page.locator(".bars li", { hasText: tasks[3].title }).locator(".bar.late").waitFor();
  assert.deepEqual(await look(page, "timeline"), []);
  await page.locator(".bars .title").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement.closest("[data-index]")?.dataset.index === "1");
  await page.keyboard.press("Enter");
  await page.locator("dialog.task-dialog .update").waitFor();
  await page.keyboard.press("Escape");
});

test("no page failed or asked another host", () => {
  assert.deepEqual(browser.faults, []);
});
