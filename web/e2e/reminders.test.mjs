// Reminders against the other side as it is: a mail server, a receiver of webhooks, and a reader of calendars that are not ours.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { look, openBrowser, signIn } from "./browser.mjs";
import { addAccount, sample, signInByApi, startProgram, tiendo } from "./program.mjs";

const secret = "một khóa ký";
const mails = [], hooks = [];
let program, head, browser, page, office, own, mailHost, hookHost, refusals = 1;

const until = async (what, isThere) => {
  for (let tries = 0; tries < 900; tries++) {
    if (isThere()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail(`waited in vain for ${what}`);
};
const listen = (server) => new Promise((done) => server.listen(0, "127.0.0.1", () => done((server.server ?? server).address().port)));

const tomorrow = new Date(Date.now() + 31 * 3600_000);
const tomorrowText = tomorrow.toISOString().slice(0, 10);

// Whichever day it is, tomorrow is one of work. Today's notices were made when the program began.
async function workTomorrow() {
  const year = tomorrow.getUTCFullYear();
  const { body } = await office("GET", `/calendar/${year}`);
  const rest = ((tomorrow.getUTCDay() + 6) % 7) || 7;
  await office("PUT", `/calendar/${year}`, { weekly_rest: [rest], days: body.days }, { "If-Match": `"${body.version}"` });
}

async function set(settings, more) {
  const { body } = await office("GET", "/reminder_settings");
  await office("PUT", "/reminder_settings", { settings: { ...body.settings, ...settings }, ...more }, { "If-Match": `"${body.version}"` });
}

before(async () => {
  mailHost = new SMTPServer({
    authOptional: false, allowInsecureAuth: true, disabledCommands: ["STARTTLS"], logger: false,
    onAuth: ({ username, password }, _, done) => (username === "nhac" && password === "rất kín" ? done(null, { user: username }) : done(new Error("no"))),
    onData: (stream, session, done) => simpleParser(stream).then((mail) => (mails.push({ mail, user: session.user, to: session.envelope.rcptTo.map((one) => one.address) }), done()), done),
  });
  hookHost = createServer(async (request, answer) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    if (refusals-- > 0) return void answer.writeHead(503).end();
    hooks.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
    answer.writeHead(204).end();
  });
  program = await startProgram({ serve: ["--reach-private"] });
  office = await signInByApi(program);
  const intake = (await office("POST", "/intakes?name=chuong-trinh.txt", new Uint8Array(await readFile(sample)))).body;
  await office("POST", `/intakes/${intake.id}/confirmation`, {}, { "If-Match": `"${intake.version}"` });
  head = await addAccount(program, "truongphong", "unit_head", ["--unit", "Phòng CĐS"]);
  own = await signInByApi({ ...program, account: head });
  await own("PUT", "/own_reminders", { email: "truongphong@example.vn", by_email: true }, { "If-Match": '"1"' });
  browser = await openBrowser();
  page = browser.page;
});
after(async () => {
  await browser?.close();
  await program?.stop();
  mailHost?.close();
  hookHost?.close();
});

test("the office says when and by which host, and the password is never said again", async () => {
  await signIn(page, program);
  await page.getByRole("link", { name: "Nhắc việc", exact: true }).click();
  await page.getByRole("link", { name: "Cài đặt của cơ quan" }).click();
  await page.getByLabel("Quá hạn, nhắc lại sau mỗi (ngày)").fill("1");
  await page.getByLabel("Máy chủ SMTP").fill("127.0.0.1");
  await page.getByLabel("Cổng").fill(String(await listen(mailHost)));
  await page.getByLabel("Bảo mật").selectOption("none");
  await page.getByLabel("Địa chỉ gửi").fill("nhac@example.vn");
  await page.getByLabel("Tên đăng nhập").fill("nhac");
  await page.getByLabel("Mật khẩu thư").fill("rất kín");
  await page.getByLabel("Địa chỉ trang, cho liên kết trong thư").fill(program.address);
  await page.getByLabel("Địa chỉ https").fill(`http://127.0.0.1:${await listen(hookHost)}/nhac-viec`);
  await page.getByLabel("Khóa ký").fill(secret);
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.locator(".notice", { hasText: "Đã lưu." }).waitFor();
  assert.deepEqual(await look(page, "reminders-agency"), []);
  const kept = (await office("GET", "/reminder_settings")).body;
  assert.equal(kept.has_password, true);
  assert.doesNotMatch(JSON.stringify(kept), /rất kín|một khóa ký/);
});

test("the office says how deadlines are read, and open work follows", async () => {
  const due = async () => (await office("GET", "/work")).body.items.map((each) => each.work.due_on);
  const before = await due();
  await page.goto(`${program.address}/reminders/deadlines`);
  await page.getByLabel("Hạn theo tháng, quý kết thúc vào ngày làm việc cuối cùng").click();
  await page.getByLabel("Giờ hết hạn trong ngày").fill("16:30");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByText("Đã lưu quy tắc.").waitFor();
  await look(page, "deadlines");
  assert.equal(await page.getByLabel("Giờ hết hạn trong ngày").inputValue(), "16:30");
  assert.notDeepEqual(await due(), before);
});

test("one mail a person and day, in Vietnamese, through a real server", async () => {
  await workTomorrow();
  await set({ sends_at: "00:00", quiet_from: "00:00", quiet_until: "00:00" });
  assert.match(await tiendo(program, "remind", "--day", tomorrowText, "--dry-run"), /truongphong[^]*Quá hạn: /);
  assert.deepEqual((await own("GET", "/notices")).body.items, []);
  assert.match(await tiendo(program, "remind", "--day", tomorrowText), /đã lập \d+ thông báo/);
  assert.match(await tiendo(program, "remind", "--day", tomorrowText), /đã lập 0 thông báo/);
  await until("the mail", () => mails.length > 0);
  const { mail, user, to } = mails[0];
  assert.equal(user, "nhac");
  assert.deepEqual(to, ["truongphong@example.vn"]);
  assert.equal(mail.from.value[0].name, "Tiến Độ");
  const items = (await own("GET", "/notices")).body.items;
  assert.ok(items.length > 1);
  assert.match(mail.subject, new RegExp(`^Nhắc việc ngày \\d\\d/\\d\\d/\\d{4}: ${items.length} nhiệm vụ$`));
  for (const item of items) {
    assert.ok(mail.text.includes(item.title), item.title);
    assert.ok(mail.html.includes(`${program.address}/programmes/${item.programme}?task=${item.task}`));
  }
  assert.match(mail.messageId, /@example\.vn>$/);
  assert.equal(mail.headers.get("auto-submitted"), "auto-generated");
});

test("a webhook that was refused comes again, signed over its time and body", async () => {
  await until("the first try", () => refusals < 1);
  await until("the second try", () => hooks.length > 0);
  const { headers, body } = hooks[0];
  const [, seconds, signed] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers["tiendo-signature"]);
  assert.equal(signed, createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex"));
  assert.ok(Math.abs(Date.now() / 1000 - Number(seconds)) < 300);
  assert.equal(JSON.parse(body).event, "reminders");
});

test("killed and started again, nothing is lost and nothing comes twice", async () => {
  const known = (await own("GET", "/notices")).body.items.length;
  await program.kill();
  await program.start();
  await new Promise((done) => setTimeout(done, 1000)); // more than the first look of the scheduler; what must not come has no event to wait for
  assert.deepEqual([mails.length, hooks.length], [1, 1]);
  assert.equal((await own("GET", "/notices")).body.items.length, known);
});

test("one's own notices are read in the page, and lead to the task", async () => {
  await page.context().clearCookies();
  await signIn(page, { ...program, account: head });
  await page.getByRole("link", { name: /Nhắc việc: \d+ thông báo chưa đọc/ }).click();
  await page.getByRole("heading", { level: 1, name: "Nhắc việc" }).waitFor();
  await page.locator(".lines li.unread").first().waitFor();
  assert.match(await page.locator(".lines li").first().innerText(), /quá hạn \d+ ngày · hạn \d\d\/\d\d\/\d{4}\s+Quá hạn/);
  assert.deepEqual(await look(page, "reminders"), []);
  const title = await page.locator(".lines li a").first().innerText();
  await page.locator(".lines li a").first().click();
  await page.getByText(title.replace(/^\d+\. /, "")).first().waitFor();
  await page.goBack();
  await page.locator(".lines li.read").first().waitFor();
  await page.getByRole("button", { name: "Đánh dấu đã đọc hết" }).click();
  await page.getByText("Đã đọc hết.").waitFor();
  assert.equal(await page.locator(".bell .count").count(), 0);
});

test("a calendar by secret address is read by another program, until it is renewed", async () => {
  await page.goto(`${program.address}/reminders/own`);
  await page.getByRole("button", { name: "Tạo địa chỉ lịch" }).click();
  const address = (await page.locator(".handed code").innerText()).trim();
  assert.deepEqual(await look(page, "reminders-own"), []);
  const answer = await fetch(address);
  assert.match(answer.headers.get("content-type"), /^text\/calendar/);
  const text = await answer.text();
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  const work = (await own("GET", "/work")).body.items;
  assert.ok(events.length > 1);
  for (const event of events) {
    const item = work.find((one) => `${one.task.id}@tiendo` === event.uid);
    assert.ok(event.summary.endsWith(item.task.title), event.summary);
    assert.equal(event.startDate.toString(), item.work?.due_on ?? item.due_on);
    assert.ok(event.startDate.isDate);
    assert.equal(event.component.getFirstSubcomponent("valarm").getFirstPropertyValue("trigger").toString(), "-PT16H");
  }
  await page.getByRole("button", { name: "Đổi địa chỉ lịch" }).click();
  await page.waitForFunction((old) => document.querySelector(".handed code")?.textContent.trim() !== old, address);
  assert.equal((await fetch(address)).status, 404);
  assert.deepEqual(browser.faults, []);
});
