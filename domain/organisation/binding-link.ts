/** The link in the QR that binds a phone to a member (docs/rules.md, access A5). */

const CODE = /^[A-Za-z0-9_-]{43}$/;
const BIND = /[?&]bind=([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/;

/** The browser app's page that binds. The code is behind `#`, so that no server's log has it. */
export const bindingLink = (origin: string, code: string): string => `${origin}/#/packages/field/index?bind=${code}`;

/** The code in what was scanned or pasted: the link, or the code alone; `null` if there is none. */
export function parseBinding(text: string): string | null {
  const plain = text.trim();
  return CODE.test(plain) ? plain : (BIND.exec(plain)?.[1] ?? null);
}
