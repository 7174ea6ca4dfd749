/**
 * Replaces Taro's clipboard in the browser build. Taro's writes all that is copied into `localStorage`: it would outlive
 * its source there, and a full or blocked storage would make copying fail.
 */
interface Options {
  readonly data: string;
}

/** Works without a permission, and in browsers without `navigator.clipboard`. */
function copySelection(data: string): boolean {
  const before = document.activeElement;
  const area = document.createElement('textarea');
  area.readOnly = true;
  area.value = data;
  area.style.position = 'fixed';
  area.style.left = '-10000px';
  document.body.appendChild(area);
  area.select();
  area.setSelectionRange(0, data.length);
  // Deprecated and without a successor: the asynchronous clipboard asks for a permission, and for a secure page.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const copied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

export async function setClipboardData({ data }: Options): Promise<void> {
  if (!copySelection(data)) throw new Error('setClipboardData:fail');
  await Promise.resolve();
}

export function getClipboardData(): Promise<never> {
  return Promise.reject(new Error('getClipboardData:fail'));
}
