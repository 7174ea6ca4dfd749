import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

let source: string | undefined;

/** What axe finds on the open page, a line each; every rule it has is asked, unless some are named. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  source ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const violations = await page.evaluate(
    async (runOnly) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const result = await inPage.run(document, {
        resultTypes: ['violations'],
        ...(runOnly === null ? {} : { runOnly }),
      });
      return result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 160)) }));
    },
    rules === undefined ? null : [...rules],
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`));
}
