// What a year asks for in numbers: the months of a series add up, and the sum opens its tasks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { signInByApi, startProgram } from "./program.mjs";

const annex = `CHƯƠNG TRÌNH CÔNG TÁC NĂM 2025
STT\tNội dung công việc\tĐơn vị chủ trì\tSản phẩm\tThời hạn
1\tKiểm định 700 phương tiện đo tháng 7\tChi cục Đo lường\tBáo cáo\tTháng 7/2025
2\tKiểm định 650 phương tiện đo tháng 8\tChi cục Đo lường\tBáo cáo\tTháng 8/2025
3\tKiểm định khoảng 1.200 phương tiện đo tháng 9\tChi cục Đo lường\tBáo cáo\tTháng 9/2025
4\tMở 02 lớp tập huấn về tiêu chuẩn\tPhòng Quản lý khoa học\tBáo cáo\tTháng 9/2025
5\tBan hành Kế hoạch kiểm tra\tPhòng Quản lý khoa học\tKế hoạch\tTháng 9/2025
`;
let program, browser, page;

before(async () => {
  program = await startProgram();
  const api = await signInByApi(program);
  const intake = (await api("POST", "/intakes?name=chuong-trinh.txt", new TextEncoder().encode(annex))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("what is said of one month stands in the sum of the year", async () => {
  await page.goto(`${program.address}/work?whose=all`);
  await page.getByText("Kiểm định 700 phương tiện đo tháng 7").click();
  const open = page.locator(".update");
  await open.getByLabel("Làm thêm (phương tiện đo)").fill("280");
  await open.getByRole("button", { name: "Ghi lại" }).first().click();
  await open.getByText("đã làm 280 trên 700").waitFor();
  await open.getByRole("link", { name: /Cả năm 2025: 280 \/ 2\.550 \(3 nhiệm vụ/ }).click();
  await page.locator(".targets tfoot td", { hasText: "2.550" }).waitFor();
  assert.equal(await page.locator(".targets tbody tr").count(), 3);
});

test("every target of the year is listed, and what asks for nothing in numbers is not", async () => {
  await page.getByRole("button", { name: "Xem mọi chỉ tiêu" }).click();
  await page.locator(".sentence", { hasText: "2 chỉ tiêu số lượng của năm 2025, 0 đã đạt." }).waitFor();
  await page.locator(".targets .sum", { hasText: "280 / khoảng 2.550 phương tiện đo 10%" }).waitFor();
  await page.locator(".targets summary").first().click();
  assert.deepEqual(await look(page, "targets"), []);
  await page.getByRole("link", { name: "2. Kiểm định 650 phương tiện đo tháng 8" }).click();
  await page.locator(".panel h2", { hasText: "Kiểm định 650" }).waitFor();
});
