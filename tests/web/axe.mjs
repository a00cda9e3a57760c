// Runs axe-core on every page of a folder, in both colour schemes.
//
//     node axe.mjs FOLDER CHROMIUM
//
// Prints each violation with its page and element, and exits with 1 on any.
import axe from "axe-core";
import puppeteer from "puppeteer-core";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, chromium] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".html"))
    .sort();

const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu"],
});
let violations = 0;
let requests = 0;
try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    page.on("request", (request) => {
        if (!/^(file|data):/.test(request.url())) {
            requests += 1;
            console.log(`a request leaves the machine: ${request.url()}`);
        }
    });
    for (const scheme of ["light", "dark"]) {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        for (const file of files) {
            await page.goto(pathToFileURL(resolve(join(folder, file))).href);
            await page.evaluate(axe.source);
            const result = await page.evaluate(() => window.axe.run());
            for (const { id, help, nodes } of result.violations) {
                violations += nodes.length;
                console.log(`${file} (${scheme}): ${id}: ${help}`);
                for (const { html } of nodes.slice(0, 3)) {
                    console.log(`    ${html.slice(0, 160)}`);
                }
            }
        }
    }
} finally {
    await browser.close();
}
console.log(`${files.length} pages, light and dark: ${violations} violations, ` +
            `${requests} requests elsewhere`);
process.exit(violations + requests > 0 ? 1 : 0);
