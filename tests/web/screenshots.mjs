// Pictures of the index and of an article at the widths people use: node screenshots.mjs OUT [page…] (HYPELINE_REPORT names the report).
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, open, pages, url } from "./report.mjs";

const [out = "screenshots", ...wanted] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await launch();
for (const name of wanted.length ? wanted : pages.slice(0, 3)) {
  for (const width of [1440, 1024, 390, 320]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open(browser, url(name), { viewport: { width, height: 900 }, colorScheme });
      const file = `${name.replaceAll(/[/.]/g, "-")}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(out, file), fullPage: true });
      console.log(file, await page.evaluate(() => document.documentElement.scrollWidth));
      await close();
    }
  }
}
await browser.close();
