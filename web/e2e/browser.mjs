import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { top } from "./program.mjs";

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
export const shots = join(top, "web/test-results");
export const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

// Debian's chromium with a profile of its own. Anything asked of another host, and every error of a page, is a fault.
export async function openBrowser() {
  const profile = await mkdtemp(join(tmpdir(), "tiendo-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.TIENDO_CHROMIUM ?? "/usr/bin/chromium", args: quiet, headless: true, viewport: wide, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", reducedMotion: "reduce",
  });
  await mkdir(shots, { recursive: true });
  const faults = [];
  const watch = (page) => {
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("console", (message) => message.type() === "error" && !/status of 4(01|12|22|29)/.test(message.text()) && faults.push(`console: ${message.text()}`));
    page.on("request", (request) => !/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url()) && faults.push(`asked outside: ${request.url()}`));
  };
  context.pages().forEach(watch);
  context.on("page", watch);
  context.setDefaultTimeout(15_000);
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { context, page: context.pages()[0] ?? (await context.newPage()), faults, close };
}

export async function signIn(page, { address, account }) {
  await page.goto(`${address}/programmes`);
  await page.getByLabel("Tên đăng nhập").fill(account.name);
  await page.getByLabel("Mật khẩu").fill(account.password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.locator(".rail").waitFor();
}

export async function setTheme(page, theme) {
  await page.evaluate((theme) => {
    localStorage.setItem("tiendo.theme", theme);
    document.documentElement.dataset.theme = theme;
  }, theme);
}

// What axe calls serious or critical, as lines to read.
export async function seriousFaults(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await readFile(axeFile, "utf8"));
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} — ${node.any[0]?.message ?? node.all[0]?.message ?? ""}`).join(" | ")}`);
}

export const scrollsSideways = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

// On a busy machine the browser now and then never finishes a picture, and takes the next one at once; nothing is asserted on it.
async function picture(page, name) {
  const take = () => page.screenshot({ path: join(shots, name) });
  await take().catch(take);
}

// One picture and one axe run for each width and theme.
export async function look(page, name) {
  const faults = [];
  for (const theme of ["light", "dark"]) {
    await setTheme(page, theme);
    for (const [size, viewport] of Object.entries({ 1440: wide, 390: phone })) {
      await page.setViewportSize(viewport);
      await page.waitForTimeout(250); // the pictures only; nothing is asserted on it
      await picture(page, `${name}-${size}-${theme}.png`);
      faults.push(...(await seriousFaults(page)).map((fault) => `${name} ${size} ${theme}: ${fault}`));
      if (await scrollsSideways(page)) faults.push(`${name} ${size} ${theme}: scrolls sideways`);
    }
  }
  await page.setViewportSize(wide);
  await setTheme(page, "light");
  return faults;
}
