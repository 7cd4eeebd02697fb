import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { startProgram } from "./program.mjs";

let program, browser, page;

before(async () => {
  program = await startProgram();
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const html = `<table><tr><th>TT</th><th>Việc phải làm</th><th>Đơn vị chủ trì</th><th>Độ gấp</th><th>Chậm nhất</th></tr>
<tr><td>1</td><td>Xây dựng quy chế bảo đảm an toàn thông tin mạng</td><td>Phòng Chuyển đổi số</td><td>Cao</td><td>15/8/2025</td></tr>
<tr><td>2</td><td>Tổ chức hội thảo về sở hữu trí tuệ cho doanh nghiệp</td><td>Văn phòng Sở</td><td>Vừa</td><td>20/9/2025</td></tr></table>`;

async function paste(kind, content) {
  await page.goto(`${program.address}/import`);
  await page.getByRole("heading", { name: "Nhập phụ lục" }).waitFor();
  await page.evaluate(
    ([kind, content]) => {
      const data = new DataTransfer();
      data.setData(kind, content);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [kind, content],
  );
  await page.waitForURL(/\/intakes\/\w{13}$/);
  await page.getByRole("grid").waitFor();
}
const questions = () => page.getByRole("region", { name: "Cột chưa rõ là gì" });

test("unknown headers are asked about once, and known at the next import", async () => {
  await paste("text/html", html);
  await questions().waitFor();
  assert.equal(await questions().getByRole("combobox").count(), 3);
  assert.match(await questions().innerText(), /Chậm nhất\s+ví dụ: 15\/8\/2025; 20\/9\/2025/);
  assert.deepEqual(await look(page, "columns"), []);

  await questions().getByRole("combobox", { name: /Việc phải làm/ }).selectOption("title");
  await questions().getByRole("combobox", { name: /Độ gấp/ }).selectOption("extra");
  await questions().getByRole("combobox", { name: /Chậm nhất/ }).selectOption("due");
  await questions().waitFor({ state: "detached" });
  await page.getByRole("gridcell", { name: "20/9/2025" }).waitFor();
  await page.getByRole("button", { name: "Nhận vào chương trình" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Nhận vào chương trình" }).click();
  await page.waitForURL(/\/programmes\/\w{13}$/);

  await paste("text/html", html.replaceAll("2025", "2026"));
  await page.getByRole("gridcell", { name: "20/9/2026" }).waitFor();
  assert.equal(await questions().count(), 0);
  assert.equal(await page.locator('td[data-field="due"]').first().innerText(), "15/8/2026");
  assert.deepEqual(browser.faults, []);
});

// What people copy: Word's and Excel's HTML, a Markdown table, and one cell per line as legal web sites lay it out.
const word = `Version:0.9\r\nStartHTML:0000000105\r\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>STT</b></p></td><td><p class=MsoNormal><b>Nhiệm<o:p></o:p></b></p><p class=MsoNormal><b>vụ</b></p></td><td><p class=MsoNormal><b>CHỦ TRÌ</b></p></td><td><p class=MsoNormal><b>Thời hạn</b></p></td></tr>
<tr><td rowspan=2><p class=MsoNormal>1</p></td><td><p class=MsoNormal>Kiểm tra đo lường hàng đóng gói sẵn</p></td><td rowspan=2><p class=MsoNormal>Chi cục Tiêu chuẩn</p></td><td><p class=MsoNormal>Quý IV/2025</p></td></tr>
<tr><td><p class=MsoNormal>Thanh tra an toàn bức xạ tại cơ sở y tế</p></td><td><p class=MsoNormal>Tháng 12</p></td></tr></table><!--EndFragment--></body></html>`;
const markdown = "| STT | Nhiệm vụ | Đơn vị thực hiện | Kết quả dự kiến |\n|---|---|---|---|\n| 1 | Kiểm tra đo lường hàng đóng gói sẵn | Chi cục Tiêu chuẩn | Báo cáo |\n| 2 | Thanh tra an toàn bức xạ tại cơ sở y tế | Thanh tra Sở | Kết luận |\n";
const lines = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Sản phẩm", "1", "Kiểm tra đo lường hàng đóng gói sẵn", "Chi cục Tiêu chuẩn", "Báo cáo", "2", "Thanh tra an toàn bức xạ tại cơ sở y tế", "Thanh tra Sở", "Kết luận", ""].join("\n");

for (const [name, kind, content] of [["Word", "text/html", word], ["Markdown", "text/plain", markdown], ["one cell a line", "text/plain", lines]]) {
  test(`what is pasted is read: ${name}`, async () => {
    await paste(kind, content);
    const titles = await page.locator('td[data-field="title"]').allInnerTexts();
    assert.deepEqual(titles.map((title) => title.replace(/^Cần xem:\s*/, "")), ["Kiểm tra đo lường hàng đóng gói sẵn", "Thanh tra an toàn bức xạ tại cơ sở y tế"]);
  });
}

test("text of an old encoding shows a piece before and after", async () => {
  const typed = "STT\tNhiÖm vô\tC\u00ac quan chñ tr\u00d7\tS\u00b6n phÈm\n1\tX\u00a9y dùng quy chÕ b¶o ®¶m an toµn th\u00abng tin\tPhßng ChuyÓn ®æi sè\tQuyÕt ®Þnh\n2\tTæ chøc héi th¶o vÒ së h÷u trÝ tuÖ\tV¨n phßng Së\tB¸o c¸o\n";
  await page.goto(`${program.address}/import`);
  await page.locator("input[type=file]").setInputFiles({ name: "bang-cu.txt", mimeType: "text/plain", buffer: Buffer.from(typed, "utf8") });
  await page.waitForURL(/\/intakes\/\w{13}$/);
  const notices = page.getByRole("region", { name: "Khi đọc tệp" });
  await notices.waitFor();
  assert.match(await notices.innerText(), /TCVN3[\s\S]*Trước[\s\S]*NhiÖm vô[\s\S]*Sau[\s\S]*Nhiệm vụ/);
  assert.deepEqual(await look(page, "old-encoding"), []);
});
