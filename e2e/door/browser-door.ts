/** The page of the door in a browser, as a person at the door uses it. */
import type { Page } from 'playwright-core';

export interface BrowserDoor {
  readonly page: Page;
  /** As a scanner that types: letters at once, then Enter. */
  readonly scan: (ticket: string) => Promise<void>;
  /** By hand, so that the same code again is meant. */
  readonly type: (ticket: string) => Promise<void>;
  readonly shows: (verdict: string, text?: string) => Promise<void>;
  readonly tap: (name: string) => Promise<void>;
  readonly says: (text: string | RegExp) => Promise<void>;
}

export function browserDoor(page: Page): BrowserDoor {
  page.setDefaultTimeout(10_000);
  const tap = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const says = (text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
  return {
    page,
    tap,
    says,
    scan: (ticket) =>
      page.evaluate((code) => {
        for (const key of [...Array.from(code), 'Enter']) {
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        }
      }, `QM:${ticket}`),
    type: async (ticket) => {
      await tap('输入凭证号');
      await page.getByLabel('凭证二维码下方的 10 位字符').fill(ticket.toLowerCase());
      await tap('核验');
    },
    shows: async (verdict, text = '') => {
      await page
        .locator(`[data-verdict="${verdict}"]`, { hasText: text })
        .waitFor()
        .catch(async (error: unknown) => {
          throw new Error(`no ${verdict} “${text}” but: ${await page.locator('main').innerText()}`, { cause: error });
        });
    },
  };
}

/** Everything that the page's origin keeps, as text: databases byte by byte, storage, cookies and cached files. */
export function storedText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('storage'));
        };
      });
    const textOf = (value: unknown): string =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : JSON.stringify(value);
    const parts = [JSON.stringify(Object.entries(localStorage)), document.cookie];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await settled(indexedDB.open(name));
      for (const table of ['values', 'queue']) {
        const store = db.transaction(table).objectStore(table);
        parts.push(...(await settled(store.getAllKeys())).map(String));
        for (const value of (await settled(store.getAll())) as unknown[]) parts.push(textOf(value));
      }
      db.close();
    }
    return parts.join('\n');
  });
}
