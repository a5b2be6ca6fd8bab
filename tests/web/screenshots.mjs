// Pictures of the report at the widths people use, in both schemes, and printed: node screenshots.mjs OUT [KEY…] (HYPELINE_REPORT names the report; KEYs are
// articles, the first two where none is given).
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { articleData, go, openApp, openArticle, rows } from "./app.mjs";
import { launch, open, url } from "./report.mjs";

const [out = "screenshots", ...wanted] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await launch(), keys = wanted.length ? wanted : rows.slice(0, 2).map((row) => row.key);
const save = async (page, name) => { await page.screenshot({ path: join(out, `${name}.png`) }); console.log(`${name}.png`, await page.evaluate(() => document.documentElement.scrollWidth)); };
for (const width of [1440, 1024, 390, 320]) {
  for (const colorScheme of ["light", "dark"]) {
    const look = { viewport: { width, height: 900 }, colorScheme }, name = (what) => `${what}-${width}-${colorScheme}`;
    const { page, close } = await openApp(browser, "#/", look);
    await save(page, name("index"));
    for (const key of keys) {
      await openArticle(page, key);
      await save(page, name(`${key}-top`));
      for (let i = 0; i < 9; ++i) await page.keyboard.press("j");
      await save(page, name(`${key}-finding`));
    }
    await go(page, "#/verdicts");
    await save(page, name("verdicts"));
    await close();
    const one = await open(browser, url(articleData(keys[0]).page), look);
    await one.page.screenshot({ path: join(out, `${name("page")}.png`), fullPage: true });
    await one.close();
  }
}
// What is printed, as a picture a page wide, and as the printer gets it.
const { page } = await open(browser, url(articleData(keys[0]).page), { viewport: { width: 690, height: 1000 } });
await page.emulateMedia({ media: "print" });
await page.screenshot({ path: join(out, "printed.png"), fullPage: true });
writeFileSync(join(out, "page.pdf"), await page.pdf({ format: "A4", margin: { top: "1.5cm", bottom: "1.5cm", left: "1.5cm", right: "1.5cm" } }));
await browser.close();
