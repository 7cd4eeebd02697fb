import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { signInByApi, startProgram } from "./program.mjs";

let program, browser, page, api;

before(async () => {
  program = await startProgram();
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
  api = await signInByApi(program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

const subjects = ["Xây dựng quy chế bảo đảm an toàn thông tin mạng", "Tổ chức hội thảo về sở hữu trí tuệ cho doanh nghiệp", "Rà soát mạng truyền số liệu chuyên dùng cấp xã", "Kiểm tra đo lường hàng đóng gói sẵn tại chợ", "Khai trương phòng thí nghiệm vi sinh", "Thanh tra an toàn bức xạ tại cơ sở y tế", "Xét duyệt danh mục đề tài khoa học cấp tỉnh", "Đánh giá mức độ chuyển đổi số của các phòng"];
const rows = () => subjects.map((title, at) => ({ month: 7 + Math.floor(at / 3), title, lead: at % 2 ? "Văn phòng Sở" : "Phòng Chuyển đổi số", product: at % 3 ? "Báo cáo" : "Kế hoạch" }));

// A table as a browser or Word lays it on the clipboard.
function table(list) {
  const cells = (texts, tag = "td") => `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
  let month = 0;
  const lines = list.map((row, at) => {
    const heading = row.month === month ? "" : `<tr><td colspan="5"><b>Tháng ${row.month}</b></td></tr>`;
    month = row.month;
    return heading + cells([at + 1, row.title, row.lead, row.product, row.note ?? ""]);
  });
  return `<meta charset="utf-8"><p>CHƯƠNG TRÌNH CÔNG TÁC 6 THÁNG CUỐI NĂM 2025</p><table border="1">${cells(["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Kết quả dự kiến", "Ghi chú"], "th")}${lines.join("")}</table>`;
}

async function pasteTable(html, into = "document.body") {
  await page.goto(`${program.address}/import`);
  await page.getByRole("heading", { name: "Nhập phụ lục" }).waitFor();
  await page.evaluate(
    ([html, into]) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      data.setData("text/plain", "chữ đã mất ô");
      data.items.add(new File([new Uint8Array([1])], "image.png", { type: "image/png" })); // as Excel does
      (into === "document.body" ? document.body : document.querySelector(into)).dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [html, into],
  );
  await page.waitForURL(/\/intakes\/\w{13}$/);
  await page.getByRole("grid").waitFor();
}
const tasks = async (programme) => (await api("GET", `/tasks?programme=${programme}&limit=100`)).body.items;
const filter = (name) => page.getByRole("button", { name: new RegExp(`${name} \\d+$`) }).locator("strong").innerText();
const accepted = () => page.waitForResponse((answer) => answer.url().endsWith("/confirmation") && answer.status() === 201);

let programme;

test("a table pasted with its HTML makes a programme", async () => {
  await pasteTable(table(rows()));
  assert.equal(await page.locator(".tab.task .count").innerText(), String(subjects.length));
  assert.equal(await page.locator(".target-bar").count(), 0, "there is no programme yet that it could be a newer file of");
  await page.getByRole("button", { name: "Nhận vào chương trình" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Nhận vào chương trình" }).click();
  await page.waitForURL(/\/programmes\/\w{13}$/);
  programme = page.url().split("/").at(-1);
  const kept = await tasks(programme);
  assert.deepEqual(kept.map((task) => task.title), subjects);
  assert.equal(kept[3].month, 8);
});

test("the same table again changes nothing, and says so", async () => {
  const before = await tasks(programme);
  await pasteTable(table(rows()), "#pasted");
  await page.getByText(`${subjects.length} trên ${subjects.length} việc của tệp này đã có trong`).waitFor();
  await page.getByRole("button", { name: "Nhận vào chương trình" }).click();
  await page.getByRole("dialog").getByText("mỗi việc có hai lần").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Xem thêm đã" }).click();
  await page.locator(".target-bar").getByRole("button", { name: "Cập nhật chương trình" }).click();
  await page.getByText("Tệp này không có gì khác chương trình đã có").waitFor();
  await page.locator(".review-head").getByRole("button", { name: "Cập nhật chương trình" }).click();
  const answer = accepted();
  await page.getByRole("dialog").getByRole("button", { name: "Cập nhật chương trình" }).click();
  assert.deepEqual(await (await answer).json(), { programme, tasks: 0, changed: 0, dropped: 0 });
  await page.getByText("Tệp này không có gì khác; chương trình giữ nguyên.").waitFor();
  assert.deepEqual(await tasks(programme), before);
});

// One row changed, one moved to another month, one gone, one new.
function newer() {
  const list = rows();
  list[1] = { ...list[1], lead: "Phòng Quản lý khoa học", title: "Tổ chức 02 hội thảo về sở hữu trí tuệ cho doanh nghiệp nhỏ" };
  const [moved] = list.splice(4, 1);
  list.splice(2, 1);
  return [...list, { ...moved, month: 9 }, { month: 9, title: "Công bố kết quả nhiệm vụ ứng dụng nhiệt độ thấp", lead: "Văn phòng Sở", product: "Quyết định" }];
}

test("a newer table is compared cell by cell, chosen by keyboard, merged and taken back", async () => {
  const before = await tasks(programme);
  await pasteTable(table(newer()));
  const programmes = page.getByRole("combobox", { name: "Nhận vào" });
  await programmes.selectOption(programme);
  await page.locator(".merge-view").waitFor();
  assert.deepEqual([await filter("Thêm"), await filter("Sửa"), await filter("Chuyển chỗ"), await filter("Không còn")], ["1", "1", "1", "1"]);
  const changed = page.locator(".entries > li.rewritten");
  assert.deepEqual(await changed.locator("ins").allInnerTexts(), ["Phòng Quản lý khoa học", "02 ", "nhỏ"]);
  assert.match(await page.locator(".entries > li.moved .words").innerText(), /Tháng 8 → Tháng 9/);
  assert.match(await page.locator(".entries > li.missing").innerText(), /Tệp mới không có việc này:[\s\S]*Giữ lại[\s\S]*Bỏ khỏi chương trình/);
  assert.equal(await page.getByRole("radio", { name: "Giữ lại" }).isChecked(), true, "a missing task stays unless somebody drops it");

  const faults = await look(page, "merge");
  assert.deepEqual(faults, []);

  const saved = (part) => page.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok() && answer.request().postData().includes(part));
  await page.locator(".merge-view").focus();
  await page.keyboard.press("n");
  await page.locator(".entries > li.rewritten:focus").waitFor();
  const left = saved('"taken":false');
  await page.keyboard.press("Delete");
  await left;
  await page.locator(".entries > li.rewritten.out").waitFor();
  const taken = saved('"taken":true');
  await page.keyboard.press("a");
  await taken;
  const leadLeft = saved('"field":"lead"');
  await changed.getByRole("checkbox", { name: "Lấy" }).first().uncheck();
  await leadLeft;
  const dropped = saved('"op":"drop"');
  await page.getByRole("radio", { name: "Bỏ khỏi chương trình" }).check();
  await dropped;

  await page.reload();
  await page.locator(".merge-view").waitFor();
  assert.equal(await page.getByRole("radio", { name: "Bỏ khỏi chương trình" }).isChecked(), true, "choices are kept");

  await page.locator(".review-head").getByRole("button", { name: "Cập nhật chương trình" }).click();
  const answer = accepted();
  await page.getByRole("dialog").getByRole("button", { name: "Cập nhật chương trình" }).click();
  const told = await (await answer).json();
  assert.deepEqual([told.tasks, told.dropped], [1, 1]);
  await page.waitForURL(/\/programmes\/\w{13}$/);
  const merged = await tasks(programme);
  const found = (title) => merged.find((task) => task.title === title);
  const edited = found("Tổ chức 02 hội thảo về sở hữu trí tuệ cho doanh nghiệp nhỏ");
  assert.equal(edited.id, before[1].id);
  assert.equal(edited.lead, "Văn phòng Sở", "the cell that was left");
  assert.equal(found(subjects[4]).month, 9);
  assert.equal(found(subjects[2]), undefined);

  await page.goto(`${program.address}/import`);
  const first = page.locator(".recent li").first();
  await first.getByRole("button", { name: /^Thu hồi/ }).click();
  await first.locator(".chip.withdrawn").waitFor();
  const facts = (list) => list.map((task) => ({ ...task, version: 0 }));
  assert.deepEqual(facts(await tasks(programme)), facts(before));
  assert.deepEqual(browser.faults, []);
});
