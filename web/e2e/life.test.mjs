import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

let program, browser, page, api, programme, printed;
const people = {};
const change = async (name) => {
  await page.context().clearCookies();
  await signIn(page, { ...program, account: people[name] });
};
const openLife = async (more = "") => {
  await page.goto(`${program.address}/programmes/${programme}/life${more}`);
  await page.locator(".steps").waitFor();
};
const stage = (name) => page.locator(".steps li.now", { hasText: name }).waitFor();
const versions = async () => (await api("GET", `/programmes/${programme}/versions`)).body.items;
const print = async (version) => page.evaluate(async (path) => {
  const bytes = new Uint8Array(await (await fetch(path)).arrayBuffer());
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ""));
}, `/api/v1/versions/${version}/annex?format=docx`).then((text) => createHash("sha256").update(text).digest("hex"));

// Two leads in one cell, an open group as lead: one is chosen before the programme can be submitted.
async function chooseOneLead() {
  const { open } = (await api("GET", `/programmes/${programme}/completeness`)).body;
  for (const one of open.filter((task) => !task.has_one_lead)) await api("PATCH", `/tasks/${one.task}`, { lead: "Phòng CĐS" }, { "If-Match": '"1"' });
  return open.filter((task) => !task.has_one_lead).length;
}

before(async () => {
  program = await startProgram();
  people.office = program.account;
  api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  programme = (await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` })).body.programme;
  people.leader = await addAccount(program, "phogiamdoc", "leader", ["--leader", "Võ Minh Khôi"]);
  browser = await openBrowser();
  page = browser.page;
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("the office sees what is not clear yet, and is not let through without one lead", async () => {
  await change("office");
  await page.goto(`${program.address}/programmes/${programme}`);
  await page.getByRole("link", { name: "Dự thảo · phiên bản" }).click();
  await stage("Dự thảo");
  await page.getByText("chưa có đúng một đơn vị chủ trì").first().waitFor();
  assert.deepEqual(await look(page, "life-draft"), []);
  await page.getByRole("button", { name: "Trình", exact: true }).click();
  await page.locator("dialog").getByRole("button", { name: "Trình" }).click();
  await page.locator("dialog").getByRole("alert").filter({ hasText: "chưa có đúng một đơn vị chủ trì" }).waitFor();
  await page.locator("dialog").getByRole("button", { name: "Đóng" }).click();
  assert.ok((await chooseOneLead()) > 0);
  await page.reload();
  await page.getByRole("button", { name: "Trình", exact: true }).click();
  await page.locator("dialog").getByRole("button", { name: "Trình" }).click();
  await stage("Đã trình");
});

test("the leader approves, saying why something may stay open", async () => {
  await change("leader");
  await openLife();
  await page.getByRole("button", { name: "Duyệt" }).click();
  await page.locator("dialog").getByRole("button", { name: "Duyệt" }).click();
  await page.locator("dialog").getByRole("alert").filter({ hasText: "chưa rõ" }).waitFor();
  await page.getByLabel("Lý do duyệt ngoại lệ").fill("Sản phẩm xác định trong quý III");
  await page.locator("dialog").getByRole("button", { name: "Duyệt" }).click();
  await stage("Đã duyệt");
});

test("the office issues it with number, day and signer, and from then on it prints the same", async () => {
  await change("office");
  await openLife();
  await page.getByRole("button", { name: "Ban hành", exact: true }).click();
  const dialog = page.locator("dialog");
  await dialog.getByLabel("Số quyết định").fill("617");
  await dialog.getByLabel("Ký hiệu").fill("/QĐ-SKHCN");
  await dialog.getByLabel("Người ký").fill("Nguyễn Văn An");
  assert.deepEqual(await look(page, "life-issue"), []);
  await dialog.getByRole("button", { name: "Ban hành" }).click();
  await stage("Đã ban hành");
  const kept = await versions();
  assert.deepEqual(kept.map((one) => one.stage), ["submitted", "issued"]);
  printed = { id: kept[1].id, hash: await print(kept[1].id) };
});

test("a task in force is changed only by asking, with a leader's consent and a decision", async () => {
  const [task] = (await api("GET", `/tasks?programme=${programme}&q=an+toan+thong+tin&limit=1`)).body.items;
  await page.goto(`${program.address}/programmes/${programme}?task=${task.id}`);
  await page.getByRole("link", { name: "Đề nghị điều chỉnh" }).click();
  assert.equal(await page.locator(".panel .editable .button").count(), 0);
  await page.getByLabel("Nhiệm vụ", { exact: true }).fill(`${task.title} giai đoạn 2025-2030`);
  await page.getByLabel("Tháng").selectOption("9");
  await page.getByLabel("Lý do", { exact: true }).fill("Theo chỉ đạo của UBND tỉnh");
  await page.getByRole("button", { name: "Đưa vào đề nghị" }).click();
  await page.getByText("Chờ lãnh đạo chỉ đạo cho ý kiến.", { exact: true }).waitFor();
  assert.deepEqual(await look(page, "life-amendment"), []);
  assert.equal((await api("GET", `/tasks/${task.id}`)).body.title, task.title);

  await change("leader");
  await openLife();
  await page.getByRole("button", { name: "Đồng ý", exact: true }).click();
  await page.locator(".given.consented").waitFor();
  await change("office");
  await openLife();
  await page.getByLabel("Số quyết định").fill("702");
  await page.getByLabel("Người ký").fill("Nguyễn Văn An");
  await page.getByLabel("Lý do", { exact: true }).fill("Điều chỉnh lần 1");
  await page.getByRole("button", { name: "Ban hành điều chỉnh" }).click();
  await stage("Đã điều chỉnh");
  assert.match((await api("GET", `/tasks/${task.id}`)).body.title, /giai đoạn 2025-2030$/);
  assert.equal(await print(printed.id), printed.hash, "the first print is the same to the byte");
});

test("two versions side by side read at a glance", async () => {
  assert.deepEqual(await look(page, "life-versions"), []);
  await page.getByLabel("So sánh", { exact: true }).selectOption({ label: "Bản số 2 · Bản ban hành" });
  await page.getByLabel("với", { exact: true }).selectOption({ label: "Bản số 3 · Bản điều chỉnh" });
  await page.getByRole("button", { name: "Xem khác nhau" }).click();
  await page.getByRole("heading", { name: "Bản số 2 so với Bản số 3" }).waitFor();
  await page.getByRole("button", { name: /Chuyển 1/ }).waitFor();
  await page.locator("ins", { hasText: "giai đoạn 2025-2030" }).waitFor();
  assert.deepEqual(await look(page, "life-comparison"), []);
  await page.goto(`${program.address}/programmes/${programme}/versions/${printed.id}`);
  await page.locator(".kept tbody tr").first().waitFor();
  assert.deepEqual(await look(page, "life-version"), []);
});

test("next year's programme is drafted from this one", async () => {
  await openLife();
  await page.getByRole("button", { name: "Lập chương trình kỳ tới" }).click();
  await page.getByText(/Nhiệm vụ chưa xong chuyển sang: \d+/).waitFor();
  await page.getByLabel("Lý do chưa hoàn thành").fill("Chờ hướng dẫn của Bộ");
  assert.deepEqual(await look(page, "life-next"), []);
  await page.getByRole("button", { name: "Lập dự thảo" }).click();
  await page.getByRole("heading", { level: 1, name: "Chương trình công tác năm 2026" }).waitFor();
  const [next] = (await api("GET", "/programmes")).body.items;
  assert.deepEqual([next.stage, next.is_planned, next.year], ["draft", true, 2026]);
  const refused = /status of 409/; // no single lead, not complete
  assert.deepEqual(browser.faults.filter((fault) => !refused.test(fault)), []);
});
