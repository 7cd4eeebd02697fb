import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { look, openBrowser, signIn } from "./browser.mjs";
import { startProgram, top } from "./program.mjs";

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

// A PDF whose pages are all the same picture: the compressed rows of a PNG stand in a PDF as they are.
async function scanned(pages) {
  const png = await readFile(join(top, "tests/fixtures/scans/bang-nho.png"));
  const width = png.readUInt32BE(16), height = png.readUInt32BE(20);
  const rows = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") rows.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const picture = Buffer.concat(rows);
  const wide = (width * 72) / 200, high = (height * 72) / 200;
  const paint = `q ${wide} 0 0 ${high} 0 0 cm /P Do Q`;
  const parts = [Buffer.from("%PDF-1.4\n")];
  const starts = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  const add = (...content) => {
    starts.push(length());
    parts.push(Buffer.from(`${starts.length} 0 obj\n`), ...content.map((each) => Buffer.from(each)), Buffer.from("\nendobj\n"));
  };
  const kids = Array.from({ length: pages }, (_, i) => `${5 + i} 0 R`).join(" ");
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`);
  add(`<< /Length ${paint.length} >>\nstream\n${paint}\nendstream`);
  add(
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode ` +
      `/DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 1 /Columns ${width} >> /Length ${picture.length} >>\nstream\n`,
    picture,
    "\nendstream",
  );
  for (let i = 0; i < pages; i++) add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents 3 0 R /Resources << /XObject << /P 4 0 R >> >> >>`);
  const table = length();
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(Buffer.from(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${entries}trailer << /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`));
  return { name: "ban-quet.pdf", mimeType: "application/pdf", buffer: Buffer.concat(parts) };
}

const many = 150; // far more than the pictures below take

test("a long scan tells how far it is read, and stops when it is told to", async () => {
  await page.goto(`${program.address}/import`);
  await page.locator("input[type=file]").setInputFiles(await scanned(many));
  await page.getByText(new RegExp(`Đã nhận dạng [1-9]\\d*/${many} trang · còn khoảng`)).waitFor();
  const share = Number(await page.getByRole("progressbar").getAttribute("value"));
  assert.ok(share > 0 && share < 1);
  assert.deepEqual(await look(page, "scan-progress"), []);
  const stopped = page.waitForResponse((answer) => answer.request().method() === "DELETE");
  await page.getByRole("button", { name: "Dừng" }).click();
  assert.equal((await stopped).status(), 204);
  await page.locator(".drop button.primary").waitFor();
  assert.equal(await page.locator(".recent li").count(), 0, "nothing was kept");
});

test("a scan is read into rows that are reviewed like any others", async () => {
  await page.goto(`${program.address}/import`);
  await page.locator("input[type=file]").setInputFiles(await scanned(6));
  await page.waitForURL(/\/intakes\/\w{13}$/, { timeout: 120_000 });
  await page.getByRole("grid").waitFor();
  assert.equal(await page.locator(".tab.task .count").innerText(), "12");
  assert.deepEqual(await look(page, "scan-review"), []);
});
