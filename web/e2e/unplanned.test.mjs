// A task given between the programmes: entered by a head for the own unit, by the office for any, told apart and worked like the rest.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, startProgram } from "./program.mjs";

const unit = "Phòng Chuyển đổi số";
let program, browser, page, head;
const openList = async () => {
  await page.goto(`${program.address}/work`);
  await page.getByRole("link", { name: "Việc ngoài chương trình" }).click();
};
const add = () => page.getByRole("button", { name: "Thêm việc ngoài chương trình" }).click();

before(async () => {
  program = await startProgram({ generate: 20 });
  head = await addAccount(program, "truongphong", "unit_head", ["--unit", unit]);
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("the office gives a task with the document that asks for it, and is told that it is entered late", async () => {
  await openList();
  await page.locator(".sentence", { hasText: "chưa có việc nào" }).waitFor();
  await add();
  await page.getByLabel("Tên việc").fill("Báo cáo đột xuất về hạ tầng 5G");
  await page.getByLabel("Đơn vị chủ trì").selectOption({ label: unit });
  await page.getByLabel("Văn bản giao việc").fill("Công văn số 112/UBND-KGVX");
  const year = new Date().getFullYear();
  await page.getByLabel("Ngày giao").fill(`${year}-01-05`);
  await page.getByLabel(/^Thời hạn/).fill(`${year}-12-20`);
  assert.deepEqual(await look(page, "unplanned-form"), []);
  await page.getByRole("button", { name: "Giao việc" }).click();
  await page.locator(".notice", { hasText: "Đã giao việc." }).waitFor();
  await page.locator(".unplanned li", { hasText: "Công văn số 112/UBND-KGVX, giao ngày 05/01" }).locator(".late").waitFor();
});

test("a head gives one to the own unit only", async () => {
  await page.context().clearCookies();
  await signIn(page, { ...program, account: head });
  await openList();
  await add();
  assert.equal(await page.getByLabel("Đơn vị chủ trì").isDisabled(), true);
  await page.getByLabel("Tên việc").fill("Đón đoàn kiểm tra");
  await page.getByLabel("Việc khẩn").check();
  await page.getByRole("button", { name: "Giao việc" }).click();
  await page.locator(".sentence", { hasText: "có 2 việc được giao ngoài chương trình, 0 đã hoàn thành, 1 được nhập muộn" }).waitFor();
  assert.deepEqual(await look(page, "unplanned"), []);
});

test("it is worked like the others", async () => {
  await page.getByRole("link", { name: "2. Đón đoàn kiểm tra" }).click();
  await page.locator(".panel h2", { hasText: "Đón đoàn kiểm tra" }).waitFor();
  await page.goto(`${program.address}/work`);
  await page.getByText("Đón đoàn kiểm tra").first().waitFor();
});
