import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addAccount, signInByApi, startProgram } from "./program.mjs";
import { look, openBrowser, signIn } from "./browser.mjs";

let program, browser, page, api;
const list = async (path) => (await api("GET", path)).body.items;
const rows = () => page.locator(".units li");
const tab = (name) => page.locator(".units .tabs a", { hasText: new RegExp(`^${name}`) }).click();
const notice = (text) => page.locator(".notice", { hasText: text }).waitFor();
const save = () => page.locator("dialog").getByRole("button", { name: "Lưu", exact: true }).click();

// An annex as offices write it: one unit, one leader and one group in several spellings.
const annex = `PHỤ LỤC
CHƯƠNG TRÌNH CÔNG TÁC 6 THÁNG CUỐI NĂM 2025

STT\tNội dung nhiệm vụ\tSản phẩm\tCấp ban hành\tĐơn vị chủ trì\tĐơn vị phối hợp\tLãnh đạo chỉ đạo
Tháng 7
1\tKế hoạch ứng dụng chữ ký số\tKế hoạch\tSở\tTrung tâm UDS&ĐMST\tCác phòng, đơn vị thuộc Sở\tPGĐ Sở Trần Thị Thu Hà
2\tBáo cáo chuyển đổi số\tBáo cáo\tSở\tTrung tâm UDS&ĐMST\tPhòng Kế hoạch\tPGĐ Sở Trần Thị Thu Hà
3\tQuyết định giao chỉ tiêu\tQuyết định\tUBND tỉnh\tPhòng Kế hoạch\tTTUDS&ĐMST\tGĐ Sở Phan Văn Hiếu
Tháng 8
4\tHội nghị sơ kết\tKế hoạch\tSở\tVăn phòng\tCác phòng, đơn vị thuộc Sở\tThu Hà
5\tTờ trình ban hành quy chế\tTờ trình\tSở\tTTUDS&ĐMST\tCác sở, ban, ngành\tGĐ Sở Phan Văn Hiếu
`;

before(async () => {
  program = await startProgram();
  api = await signInByApi(program);
  browser = await openBrowser();
  page = browser.page;
  await signIn(page, program);
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("every empty list says the next step", async () => {
  await page.goto(`${program.address}/units`);
  for (const [name, sentence] of [["Đơn vị", "Chưa có đơn vị nào"], ["Con người", "Chưa có ai"], ["Ủy quyền", "Chưa có ủy quyền nào"], ["Nhóm đơn vị", "Chưa có nhóm nào"], ["Từ phụ lục", "Chưa nhận phụ lục nào"]]) {
    await tab(name);
    await page.locator(".units .sentence", { hasText: sentence }).waitFor();
  }
  assert.deepEqual(await look(page, "register-empty"), []);
});

test("an annex proposes the register: what is sure is joined at once, the rest one by one", async () => {
  const intake = (await api("POST", "/intakes?name=phu-luc.txt", new TextEncoder().encode(annex))).body;
  await api("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  await page.goto(`${program.address}/units?tab=proposals`);
  await rows().filter({ hasText: "TTUDS&ĐMST" }).waitFor();
  assert.deepEqual(await look(page, "register-proposals"), []);

  await page.getByRole("button", { name: "Nhập làm một: 1 chỗ chắc chắn" }).click();
  await notice("Đã nhập 1 cách viết");
  const units = await list("/units");
  assert.deepEqual(units.filter((unit) => unit.name.includes("UDS") && unit.successor === null).map((unit) => unit.tasks), [3]);

  await page.getByRole("button", { name: /^Là một .*Thu Hà/ }).click();
  await notice("Thu Hà đã nhập vào Trần Thị Thu Hà");
  assert.deepEqual((await list("/people")).map((person) => person.name).sort(), ["Phan Văn Hiếu", "Trần Thị Thu Hà"]);
});

test("a group is taken with its units, or kept open and visible as unresolved", async () => {
  await page.getByRole("button", { name: /^Nhận 3 đơn vị .*Các phòng/ }).click();
  await notice("Đã lưu nhóm");
  await page.getByRole("button", { name: /^Để là nhóm mở .*Các sở/ }).click();
  await page.locator(".units .sentence", { hasText: "không còn chỗ nào cần xem" }).waitFor();
  await tab("Nhóm đơn vị");
  await rows().filter({ hasText: "Các sở, ban, ngành" }).filter({ hasText: "Chưa rõ gồm đơn vị nào" }).waitFor();
  await rows().filter({ hasText: "Các phòng, đơn vị thuộc Sở" }).filter({ hasText: "Gồm 3 đơn vị" }).waitFor();
  await page.getByRole("button", { name: "Sửa Các sở, ban, ngành" }).click();
  assert.deepEqual(await look(page, "group-edit"), []);
  await page.getByLabel("Văn phòng").check();
  await save();
  await rows().filter({ hasText: "Các sở, ban, ngành" }).filter({ hasText: "Gồm 1 đơn vị: Văn phòng" }).waitFor();
  assert.deepEqual(await look(page, "groups"), []);
  await page.getByRole("button", { name: "Bỏ Các sở, ban, ngành" }).click();
  await page.locator(".notice").getByRole("button", { name: "Hoàn tác" }).click();
  await rows().filter({ hasText: "Các sở, ban, ngành" }).waitFor();
  const again = (await list("/groups")).find((group) => group.name === "Các sở, ban, ngành");
  assert.equal(again.members.length, 1);
  await api("PUT", `/groups/${again.id}`, { name: again.name, aliases: [], members: [] }, { "If-Match": `"${again.version}"` });
});

test("a task says which units its group means, and which group nobody has resolved", async () => {
  const programme = (await list("/programmes"))[0].id;
  const tasks = (await api("GET", `/tasks?programme=${programme}&limit=100`)).body.items;
  await page.goto(`${program.address}/programmes/${programme}?task=${tasks.find((task) => task.coordinating.startsWith("Các phòng")).id}`);
  await page.locator(".panel .meaning", { hasText: "Các phòng, đơn vị thuộc Sở gồm" }).filter({ hasText: "Phòng Kế hoạch" }).waitFor();
  await page.goto(`${program.address}/programmes/${programme}?task=${tasks.find((task) => task.coordinating.startsWith("Các sở")).id}`);
  await page.locator(".panel .meaning.doubt", { hasText: "Các sở, ban, ngành: nhóm chưa rõ gồm đơn vị nào" }).waitFor();
  assert.deepEqual(await look(page, "task-of-a-group"), []);
});

test("a person has a post and a field with their days", async () => {
  await page.goto(`${program.address}/units?tab=people`);
  await page.getByRole("button", { name: "Sửa Trần Thị Thu Hà" }).click();
  await page.getByRole("button", { name: "Thêm chức vụ" }).click();
  const post = page.getByRole("group", { name: "Chức vụ 1" });
  await post.getByLabel("Chức vụ").fill("Phó Giám đốc");
  await post.getByLabel("Từ ngày").fill("2025-09-01");
  await post.getByLabel("Đến hết ngày").fill("2025-01-01");
  await page.getByRole("button", { name: "Thêm lĩnh vực" }).click();
  const field = page.getByRole("group", { name: "Lĩnh vực phụ trách 1" });
  await field.getByLabel("Lĩnh vực", { exact: true }).fill("Chuyển đổi số");
  await field.getByLabel("Phòng Kế hoạch").check();
  await save();
  await page.getByRole("alert").waitFor();
  assert.deepEqual(await look(page, "person-edit"), []);
  await post.getByLabel("Đến hết ngày").fill("");
  await save();
  await rows().filter({ hasText: "Trần Thị Thu Hà" }).filter({ hasText: "Phó Giám đốc từ 01/09/2025" }).filter({ hasText: "Chuyển đổi số · Phòng Kế hoạch" }).waitFor();
  assert.deepEqual(await look(page, "people"), []);
});

test("two spellings of one person are joined by hand", async () => {
  await api("POST", "/people", { name: "Phan V. Hiếu", aliases: [], posts: [], responsibilities: [] });
  await page.reload();
  await page.getByRole("button", { name: "Nhập làm một Phan V. Hiếu" }).click();
  await page.getByLabel("Là cách viết khác của", { exact: true }).selectOption({ label: "Phan Văn Hiếu" });
  assert.deepEqual(await look(page, "person-join"), []);
  await page.locator("dialog").getByRole("button", { name: "Nhập làm một" }).click();
  await rows().filter({ hasText: "Phan Văn Hiếu" }).filter({ hasText: "Còn được viết: Phan V. Hiếu" }).waitFor();
  assert.equal(await rows().count(), 2);
});

test("who is away is stood in for, on those days", async () => {
  await tab("Ủy quyền");
  await page.getByRole("button", { name: "Thêm ủy quyền" }).click();
  await page.getByLabel("Người vắng").selectOption({ label: "Phan Văn Hiếu" });
  await page.getByLabel("Người thay").selectOption({ label: "Phan Văn Hiếu" });
  await page.getByLabel("Đến hết ngày").fill("2099-12-10");
  await page.getByLabel("Số văn bản").fill("12/TB-SKHCN");
  await save();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Người thay").selectOption({ label: "Trần Thị Thu Hà" });
  assert.deepEqual(await look(page, "delegation-add"), []);
  await save();
  const row = rows().filter({ hasText: "Trần Thị Thu Hà thay Phan Văn Hiếu" }).filter({ hasText: "12/TB-SKHCN" });
  await row.filter({ hasText: "Đang thay" }).waitFor();
  assert.deepEqual(await look(page, "delegations"), []);
  await row.getByRole("button", { name: "Kết thúc hôm nay" }).click();
  await notice("Ủy quyền kết thúc sau hôm nay");
  const [kept] = await list("/delegations");
  assert.equal(kept.to, new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10));
});

test("an auditor reads the lists and changes nothing", async () => {
  const account = await addAccount(program, "thanhtra", "auditor");
  await browser.context.clearCookies();
  await signIn(page, { ...program, account });
  await page.goto(`${program.address}/units?tab=people`);
  await rows().first().waitFor();
  assert.equal(await page.locator(".units button").count(), 0);
  assert.equal(await page.getByRole("link", { name: "Từ phụ lục" }).count(), 0);
  assert.deepEqual(browser.faults.filter((fault) => !/status of (400|409)/.test(fault)), []);
});
