import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, openBrowser, scrollsSideways, signIn, wide } from "./browser.mjs";
import { signInByApi, startProgram } from "./program.mjs";

let program, browser, page, api, programme, home;
const found = () => page.locator(".filters .found").innerText();
const waitFound = (pattern) => page.locator(".filters .found", { hasText: pattern }).waitFor();
const search = () => page.getByRole("searchbox", { name: "Tìm trong chương trình" });
const panel = () => page.locator(".panel");
const field = (header) => panel().locator("dl > div").filter({ has: page.locator("dt", { hasText: header }) });
const openedTask = () => new URL(page.url()).searchParams.get("task");
const vi = new Intl.NumberFormat("vi-VN");

before(async () => {
  program = await startProgram({ generate: 1000 });
  api = await signInByApi(program);
  const { items } = (await api("GET", "/programmes")).body;
  programme = items.sort((a, b) => b.tasks - a.tasks)[0];
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
  home = `${program.address}/programmes/${programme.id}`;
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("the list of programmes leads to one", async () => {
  await page.locator(".programmes li").first().waitFor();
  assert.deepEqual(await look(page, "programmes"), []);
  await page.getByRole("link", { name: programme.title }).first().click();
  await page.locator("tr.task").first().waitFor();
});

test("a programme shows its title, headings, headers and count", async () => {
  await page.goto(home);
  await page.getByRole("heading", { level: 1, name: programme.title }).waitFor();
  await waitFound(`${vi.format(programme.tasks)} nhiệm vụ`);
  for (const header of programme.column_headers) await page.getByRole("columnheader", { name: header, exact: true }).waitFor();
  await page.locator("tr.section").first().waitFor();
  assert.deepEqual(await look(page, "programme"), []);
});

test("five thousand rows: few are drawn, the last one is reached, and filtering takes no time that is felt", async (t) => {
  const many = 5000;
  const { items } = (await api("GET", `/tasks?programme=${programme.id}&limit=500`)).body;
  const tasks = Array.from({ length: many }, (_, at) => ({ ...items[at % items.length], id: `A${String(at).padStart(12, "0")}`, position: at, number: String(at + 1), quarter: 1, month: 1, section: items[0].section }));
  await page.route("**/api/v1/tasks?*", (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get("cursor") ?? 0);
    return route.fulfill({ json: { items: tasks.slice(from, from + 500), next: from + 500 < many ? String(from + 500) : null, total: many } });
  });
  t.after(() => page.unroute("**/api/v1/tasks?*"));
  await page.goto(home);
  await waitFound("5.000 nhiệm vụ");
  assert.ok((await page.locator("tr.task").count()) < 120);
  for (let tries = 0; tries < 100 && !(await page.locator('tr.task [data-task="A000000004999"]').count()); tries++) {
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(50);
  }
  assert.equal(await page.locator("tr.task").last().getAttribute("aria-rowindex"), await page.locator("table.tasks").getAttribute("aria-rowcount"));
  await page.locator("main input[type=search]").fill("xyzkhongco");
  await page.locator(".empty").waitFor();
  await page.locator("main input[type=search]").fill("");
  await waitFound("5.000 nhiệm vụ");
});

test("the header stays on top", async () => {
  await page.goto(home);
  await waitFound(`${vi.format(programme.tasks)} nhiệm vụ`);
  await page.evaluate(() => window.scrollTo(0, 3000));
  await page.waitForTimeout(200);
  const top = await page.locator(".tasks thead th").first().evaluate((cell) => cell.getBoundingClientRect().top);
  assert.ok(top > 50 && top < 200, `header at ${top}`);
  await page.evaluate(() => window.scrollTo(0, 0));
});

test("a search without marks finds words with marks, at once, and stays in the address", async () => {
  const first = await page.locator("tr.task a").first().innerText();
  const words = first.split(" ").slice(0, 4).join(" ");
  const bare = words.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
  await page.keyboard.press("/");
  await page.keyboard.type(bare);
  await waitFound(/trong/);
  assert.equal(new URL(page.url()).searchParams.get("q"), bare);
  const withoutMarks = await found();
  await search().fill(words);
  assert.equal(await found(), withoutMarks);
  assert.ok((await page.locator("tr.task mark").count()) > 0);
  await search().fill("xyzkhongco");
  await page.getByRole("heading", { name: "Không có nhiệm vụ nào khớp" }).waitFor();
  await page.locator("main .empty").getByRole("button", { name: "Bỏ lọc" }).click();
  await waitFound(`${vi.format(programme.tasks)} nhiệm vụ`);
});

test("filters join, agree with the server and outlive a reload", async () => {
  const task = (await api("GET", `/tasks?programme=${programme.id}&limit=1`)).body.items[0];
  const unit = task.lead_units[0].id;
  await page.getByLabel("Lọc theo quý").selectOption(String(task.quarter));
  await page.getByLabel("Lọc theo đơn vị").selectOption(unit);
  for (const role of ["any", "lead"]) {
    await page.getByLabel("Vai trò của đơn vị").selectOption(role);
    const { total } = (await api("GET", `/tasks?programme=${programme.id}&quarter=${task.quarter}&unit=${unit}&unit_role=${role}&limit=1`)).body;
    await waitFound(`${vi.format(total)} trong ${vi.format(programme.tasks)} nhiệm vụ`);
  }
  const before = await found();
  await page.reload();
  await page.locator("tr.task").first().waitFor();
  assert.equal(await found(), before);
  await page.locator(".filters").getByRole("button", { name: "Bỏ lọc" }).click();
});

test("the keyboard alone walks, opens, goes on and closes", async () => {
  await page.goto(home);
  await page.locator("tr.task").first().waitFor();
  const ids = (await api("GET", `/tasks?programme=${programme.id}&limit=3`)).body.items.map((task) => task.id);
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await panel().waitFor();
  assert.equal(openedTask(), ids[1]);
  await page.keyboard.press("j");
  await page.waitForURL(`**task=${ids[2]}`);
  await page.keyboard.press("k");
  await page.waitForURL(`**task=${ids[1]}`);
  await page.keyboard.press("Escape");
  await panel().waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-task")), ids[1]);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Phím tắt" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("giao dien toi");
  await page.getByRole("option", { name: "Dùng giao diện tối" }).waitFor();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
});

test("Ctrl K finds a task in any programme", async () => {
  const task = (await api("GET", `/tasks?programme=${programme.id}&limit=1`)).body.items[0];
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill(task.title);
  await page.getByRole("option", { name: task.title }).first().waitFor();
  assert.deepEqual(await look(page, "commands"), []);
  await page.getByRole("option", { name: task.title }).first().click();
  await panel().waitFor();
  assert.ok(openedTask());
});

test("a task is edited where it stands, its history says so, and it can be put back", async () => {
  await page.goto(home);
  await page.locator("tr.task a").nth(2).click();
  await panel().locator(".history").waitFor();
  const before = (await api("GET", `/tasks/${openedTask()}`)).body;
  await field("Sản phẩm").getByRole("button", { name: "Sửa: Sản phẩm" }).click();
  await panel().getByRole("textbox", { name: "Sản phẩm" }).fill("Báo cáo chuyên đề");
  assert.deepEqual(await look(page, "edit"), []);
  await page.keyboard.press("Enter");
  await page.getByText("Đã lưu: Sản phẩm").waitFor();
  assert.equal((await api("GET", `/tasks/${before.id}`)).body.deliverable, "Báo cáo chuyên đề");
  await page.locator("tr.task.open", { hasText: "Báo cáo chuyên đề" }).waitFor();
  await panel().locator(".history ins", { hasText: "Báo cáo chuyên đề" }).waitFor();
  assert.deepEqual(await look(page, "panel"), []);
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByText("Đã trả lại như cũ: Sản phẩm").waitFor();
  assert.equal((await api("GET", `/tasks/${before.id}`)).body.deliverable, before.deliverable);
});

test("when somebody was faster, both texts are shown and nothing typed is lost", async () => {
  const id = openedTask();
  await field("Ghi chú").getByRole("button", { name: "Sửa: Ghi chú" }).click();
  await panel().getByRole("textbox", { name: "Ghi chú" }).fill("Bản của tôi");
  const { etag } = await api("GET", `/tasks/${id}`);
  await api("PATCH", `/tasks/${id}`, { note: "Bản của đồng nghiệp" }, { "If-Match": etag });
  await page.keyboard.press("Enter");
  await panel().getByText("Trong lúc bạn sửa").waitFor();
  await panel().locator(".theirs", { hasText: "Bản của đồng nghiệp" }).waitFor();
  assert.equal(await panel().getByRole("textbox", { name: "Ghi chú" }).inputValue(), "Bản của tôi");
  assert.deepEqual(await look(page, "stale"), []);
  await panel().getByRole("button", { name: "Ghi bản của tôi" }).click();
  await page.getByText("Đã lưu: Ghi chú").waitFor();
  assert.equal((await api("GET", `/tasks/${id}`)).body.note, "Bản của tôi");
});

test("Esc leaves a text as it was", async () => {
  const id = openedTask();
  const before = (await api("GET", `/tasks/${id}`)).body;
  await panel().getByRole("button", { name: "Sửa: Nhiệm vụ" }).click();
  await panel().getByRole("textbox", { name: "Nhiệm vụ" }).fill("Không được lưu");
  await page.keyboard.press("Escape");
  await panel().getByRole("heading", { name: before.title }).waitFor();
  assert.equal((await api("GET", `/tasks/${id}`)).body.version, before.version);
});

test("hidden columns stay hidden after a reload", async () => {
  await page.goto(home);
  await page.getByRole("button", { name: "Cột" }).click();
  await page.getByRole("checkbox", { name: "Ghi chú" }).uncheck();
  await page.reload();
  await page.locator("tr.task").first().waitFor();
  assert.equal(await page.getByRole("columnheader", { name: "Ghi chú" }).count(), 0);
  await page.getByRole("button", { name: "Cột" }).click();
  await page.getByRole("checkbox", { name: "Ghi chú" }).check();
  await page.keyboard.press("Escape");
});

test("the print view holds every row under a header that repeats, across the paper", async () => {
  const quarter = (await api("GET", `/tasks?programme=${programme.id}&limit=1`)).body.items[0].quarter;
  const { total } = (await api("GET", `/tasks?programme=${programme.id}&quarter=${quarter}&limit=1`)).body;
  await page.goto(`${home}?quarter=${quarter}`);
  await page.getByRole("link", { name: "Bản in" }).click();
  await page.locator(".print-sheet tbody tr").first().waitFor();
  assert.equal(await page.locator(".print-sheet tbody tr:not(.section):not(.month)").count(), total);
  assert.deepEqual(await look(page, "print"), []);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf).map(Number);
  assert.ok(Math.abs(width - 842) < 2 && Math.abs(height - 595) < 2, `${width} × ${height}`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".print-view > header").isVisible(), false);
  assert.equal(await page.locator(".print-sheet thead").evaluate((head) => getComputedStyle(head).display), "table-header-group");
  await page.emulateMedia({ media: "screen" });
});

test("the browser's own print command prints every row too", async () => {
  await page.goto(`${home}?month=1`);
  await page.locator("tr.task").first().waitFor();
  const { total } = (await api("GET", `/tasks?programme=${programme.id}&month=1&limit=1`)).body;
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator(".print-sheet tbody tr:not(.section):not(.month)").count(), total);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.locator("table.tasks").waitFor();
});

test("360 pixels are enough", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(home);
  await page.locator("tr.task").first().waitFor();
  assert.equal(await scrollsSideways(page), false);
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await page.getByLabel("Lọc theo tháng").waitFor();
  assert.equal(await scrollsSideways(page), false);
  await page.locator("tr.task a").first().click();
  await panel().waitFor();
  assert.equal(await scrollsSideways(page), false);
  await page.setViewportSize(wide);
});

test("no page failed or asked another host", () => assert.deepEqual(browser.faults, []));
