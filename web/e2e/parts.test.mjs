// A task split into parts: given to a person and a unit, reported by one, closed by another, waived with a reason.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram } from "./program.mjs";

const unit = "Phòng CĐS", other = "Phòng TCĐL";
let program, browser, page, api, head, officer, address, task;
const said = (text) => page.locator(".notice", { hasText: text }).first().waitFor();
const part = (words) => page.locator(".task-parts li", { hasText: words });
const as = async (account) => {
  await page.context().clearCookies();
  await signIn(page, { ...program, account });
};
const openPart = async (words) => {
  await page.goto(`${program.address}/work?part=for_me`);
  await page.locator(".waiting .title", { hasText: words }).click();
};

before(async () => {
  program = await startProgram();
  api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  head = await addAccount(program, "truongphong", "unit_head", ["--unit", unit, "--full-name", "Phan Văn Hiếu"]);
  officer = await addAccount(program, "chuyenvien", "officer", ["--unit", unit, "--full-name", "Ngô Minh"]);
  await addAccount(program, "phongkhac", "unit_head", ["--unit", other]);
  const units = (await api("GET", "/units")).body.items;
  const led = units.find((one) => one.name === unit).id;
  const programme = (await api("GET", "/programmes")).body.items[0].id;
  task = (await api("GET", `/tasks?programme=${programme}&limit=100`)).body.items.find((one) => one.lead_units?.includes(led) || one.lead === unit).id;
  address = `${program.address}/programmes/${programme}?task=${task}`;
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, { ...program, account: head });
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("the head of the unit splits a task among a person and another unit", async () => {
  await page.goto(address);
  await page.getByRole("button", { name: "Chia phần việc" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nội dung phần 1").fill("Xây dựng dự thảo");
  await dialog.getByLabel("Giao phần 1 cho").selectOption({ label: "Ngô Minh" });
  await dialog.getByLabel("Nội dung phần 2").fill("Tổng hợp ý kiến");
  await dialog.getByLabel("Giao phần 2 cho").selectOption({ label: other });
  await dialog.getByRole("button", { name: "Thêm phần" }).click();
  await dialog.getByLabel("Nội dung phần 3").fill("In ấn, phát hành");
  await dialog.getByText("Cộng: 101%, phải đúng 100%").waitFor();
  assert.equal(await dialog.getByRole("button", { name: "Lưu cách chia" }).isDisabled(), true);
  await dialog.getByRole("button", { name: "Chia đều" }).click();
  await dialog.getByText("Cộng: 100%").waitFor();
  assert.deepEqual(await look(page, "parts-split"), []);
  await dialog.getByRole("button", { name: "Lưu cách chia" }).click();
  await said("Đã lưu cách chia.");
  await part("Xây dựng dự thảo").filter({ hasText: "Ngô Minh" }).filter({ hasText: "34%" }).waitFor();
  await part("Tổng hợp ý kiến").filter({ hasText: other }).waitFor();
  assert.deepEqual(await look(page, "parts"), []);
});

test("whoever has a part finds it where work waits, and reports it", async () => {
  await as(officer);
  await openPart("Xây dựng dự thảo");
  assert.equal(await part("Tổng hợp ý kiến").getByRole("button").count(), 0, "it is another unit's");
  await part("Xây dựng dự thảo").getByRole("button", { name: /^Báo cáo xong/ }).click();
  await said("Đã báo cáo phần việc.");
});

test("somebody else closes it, and the task is held back until the last part is settled", async () => {
  await as(head);
  await openPart("Xây dựng dự thảo");
  await part("Xây dựng dự thảo").getByRole("button", { name: /^Xác nhận xong/ }).click();
  await said("Đã xác nhận phần việc.");
  assert.equal((await api("GET", `/tasks/${task}/work`)).body.percent, 34);
  const refused = await api("POST", `/tasks/${task}/work/moves`, { move: "report", words: "" }, { "If-Match": `"${(await api("GET", `/tasks/${task}/work`)).body.version}"` }).catch((error) => error.message);
  assert.match(refused, /Còn 2 phần việc chưa xong/);
  await page.goto(address); // the list of what waits moves on to the next item once it has heard of this one
  for (const words of ["Tổng hợp ý kiến", "In ấn, phát hành"]) {
    await part(words).getByRole("button", { name: /^Miễn/ }).click();
    await part(words).getByLabel("Lý do").fill("Không cần nữa");
    await page.keyboard.press("Enter");
    await part(words).filter({ hasText: "Được miễn" }).waitFor();
  }
  assert.equal((await api("GET", `/tasks/${task}/work`)).body.percent, 100);
  await page.goto(address);
  await page.locator(".task-parts", { hasText: "3/3 phần xong" }).waitFor();
  assert.deepEqual(await look(page, "parts-settled"), []);
});

test("no page failed or asked another host", () => assert.deepEqual(browser.faults, []));
