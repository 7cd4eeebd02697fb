// An account from its invitation to its lock: the administrator on one side, its owner on the other.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, setRule, startProgram } from "./program.mjs";

let program, browser, page, administrator, link, secret, recovery;
const owner = { name: "chuyenvien", password: "Mat-Khau-Rat-Dai-2025" };

// What an authenticator shows: RFC 6238, six digits, thirty seconds.
function authenticator(text, at = Date.now()) {
  const bits = [...text.replace(/\s/g, "")].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  const code = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(code % 1_000_000).padStart(6, "0");
}

const leave = () => page.context().clearCookies();
const as = async (account) => {
  await leave();
  await signIn(page, { ...program, account });
};
const line = (name) => page.locator(".accounts .lines li", { hasText: name });
async function knock(password, code) {
  await page.goto(`${program.address}/`);
  await page.getByLabel("Tên đăng nhập").fill(owner.name);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  if (!code) return;
  await page.getByLabel("Mã 6 số").fill(code);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
}

before(async () => {
  program = await startProgram();
  administrator = await addAccount(program, "quantri", "administrator");
  browser = await openBrowser();
  page = browser.page;
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

test("an administrator adds an account and is given a link to hand over", async () => {
  await as(administrator);
  await page.getByRole("link", { name: "Tài khoản" }).first().click();
  await page.getByRole("button", { name: "Thêm tài khoản" }).click();
  await page.getByLabel("Họ và tên").fill("Phạm Thị Ngọc Lan");
  await page.getByLabel("Tên đăng nhập").fill(owner.name);
  await page.getByLabel("Vai trò").selectOption("auditor");
  assert.deepEqual(await look(page, "accounts-add"), []);
  await page.getByRole("button", { name: "Tạo tài khoản và mã" }).click();
  link = await page.locator(".handed code").innerText();
  await line(owner.name).locator(".chip", { hasText: "Chờ nhận" }).waitFor();
  assert.deepEqual(await look(page, "accounts"), []);
});

test("whoever was handed the link chooses a password, and a weak one is refused in words", async () => {
  await leave();
  await page.goto(link);
  await page.reload();
  const choose = async (password) => {
    await page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
    await page.getByLabel("Nhập lại mật khẩu mới").fill(password);
    await page.getByRole("button", { name: "Nhận tài khoản" }).click();
  };
  assert.equal(await page.getByLabel("Tên đăng nhập").inputValue(), owner.name);
  await choose("ngan");
  await page.locator(".message.bad", { hasText: "Mật khẩu cần" }).waitFor();
  assert.deepEqual(await look(page, "invitation"), []);
  await choose(owner.password);
  await page.locator(".rail").waitFor();
});

test("the owner sets a second step up and keeps the recovery codes", async () => {
  await page.locator(".menu .opener").click();
  await page.getByRole("link", { name: "Tài khoản của tôi" }).click();
  await page.getByRole("button", { name: "Cài xác thực hai bước" }).click();
  secret = (await page.locator(".second-step code").innerText()).replace(/\s/g, "");
  assert.deepEqual(await look(page, "own-second-step"), []);
  await page.getByLabel("Mã 6 số").fill("000000");
  await page.getByRole("button", { name: "Xác nhận mã" }).click();
  await page.locator(".message.bad", { hasText: "Mã không đúng" }).waitFor();
  await page.getByLabel("Mã 6 số").fill(authenticator(secret));
  await page.getByRole("button", { name: "Xác nhận mã" }).click();
  await page.locator(".codes code").first().waitFor();
  recovery = await page.locator(".codes code").allInnerTexts();
  assert.equal(recovery.length, 10);
  await page.getByRole("button", { name: "Đã cất" }).click();
  await page.getByText("Còn 10 mã dự phòng").waitFor();
});

test("from now on the password alone does not open the door, a recovery code does, once", async () => {
  await leave();
  await knock(owner.password);
  await page.locator(".message.bad", { hasText: "mã 6 số" }).waitFor();
  assert.deepEqual(await look(page, "sign-in-code"), []);
  await page.getByLabel("Mã 6 số").fill(recovery[0]);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.locator(".rail").waitFor();
  await leave();
  await knock(owner.password, recovery[0]);
  await page.locator(".message.bad", { hasText: "Mã không đúng" }).waitFor();
});

test("the owner sees where the account is signed in and ends the other places", async () => {
  await knock(owner.password, recovery[1]);
  await page.locator(".rail").waitFor();
  await page.goto(`${program.address}/account`);
  await page.locator(".own .chip", { hasText: "nơi này" }).waitFor();
  const places = await page.locator(".own .lines").first().locator("li").count();
  assert.ok(places > 1, "earlier sessions are listed");
  await page.getByRole("button", { name: "Đăng xuất mọi nơi khác" }).click();
  await page.locator(".notice", { hasText: `Đã đăng xuất ${places - 1} nơi khác` }).waitFor();
  await page.locator(".own .lines").first().locator("li").nth(1).waitFor({ state: "detached" });
});

test("a key for another program is shown once and revoked", async () => {
  await page.getByLabel("Dùng cho việc gì").fill("Bảng tin nội bộ");
  await page.getByLabel("Đọc chương trình").check();
  await page.getByRole("button", { name: "Tạo khóa" }).click();
  const key = await page.locator(".handed code").innerText();
  const ask = () => fetch(`${program.address}/api/v1/programmes`, { headers: { Authorization: `Bearer ${key}` } });
  assert.equal((await ask()).status, 200);
  assert.deepEqual(await look(page, "own-account"), []);
  await page.getByRole("button", { name: "Thu hồi Bảng tin nội bộ" }).click();
  await page.locator(".own .chip", { hasText: "đã hết hiệu lực" }).waitFor();
  assert.equal((await ask()).status, 401);
});

test("five wrong passwords lock the account, and the administrator unlocks it", async () => {
  await leave();
  for (let times = 0; times < 5; times++) {
    await knock("khong-phai-mat-khau");
    await page.locator(".message.bad").waitFor();
  }
  await knock(owner.password);
  await page.locator(".message.bad", { hasText: "đang bị khóa" }).waitFor();
  await as(administrator);
  await page.goto(`${program.address}/accounts`);
  await line(owner.name).locator(".chip", { hasText: "Đang khóa" }).waitFor();
  await page.getByRole("button", { name: `Mở khóa ${owner.name}` }).click();
  await line(owner.name).locator(".chip").waitFor({ state: "detached" });
  await leave();
  await knock(owner.password, recovery[2]);
  await page.locator(".rail").waitFor();
});

test("the rules are one list with their sources, and the review has every account", async () => {
  await as(administrator);
  await page.goto(`${program.address}/account-rules`);
  await page.getByLabel("Tự đăng xuất khi không dùng (phút)", { exact: true }).fill("20");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.locator(".notice", { hasText: "Đã lưu quy tắc" }).waitFor();
  assert.deepEqual(await look(page, "account-rules"), []);
  await page.getByRole("link", { name: "Rà soát tài khoản" }).click();
  await page.getByRole("row", { name: /chuyenvien/ }).first().waitFor();
  await page.getByRole("row", { name: /Bảng tin nội bộ/ }).waitFor();
  assert.deepEqual(await look(page, "account-review"), []);
});

test("an administrator without a second step sets it up before anything else", async () => {
  await setRule(program, "administrator_second_factor", 1);
  await leave();
  await page.goto(`${program.address}/`);
  await page.getByLabel("Tên đăng nhập").fill(administrator.name);
  await page.getByLabel("Mật khẩu").fill(administrator.password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByRole("heading", { name: "Cài xác thực hai bước" }).waitFor();
  await page.getByRole("button", { name: "Cài xác thực hai bước" }).click();
  const own = (await page.locator(".second-step code").innerText()).replace(/\s/g, "");
  assert.deepEqual(await look(page, "first-steps"), []);
  await page.getByLabel("Mã 6 số").fill(authenticator(own));
  await page.getByRole("button", { name: "Xác nhận mã" }).click();
  await page.getByRole("button", { name: "Đã cất" }).click();
  await page.locator(".rail").waitFor();
});

test("no page failed or asked another host", () => {
  assert.deepEqual(browser.faults.filter((fault) => !/status of 4(00|03)/.test(fault)), [], "refusals were asked for");
});
