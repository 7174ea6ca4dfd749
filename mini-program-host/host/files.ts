import { resolveSource } from './elements/image';

const prefix = 'file:';
const temporary = 'wxfile://tmp_';
export const userFolder = 'wxfile://usr';

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** The phone's files. Temporary ones end with the launch; those under `USER_DATA_PATH` stay. */
export class Files {
  private readonly temporaries = new Map<string, Uint8Array<ArrayBuffer>>();
  private readonly urls = new Map<string, string>();
  private made = 0;
  /** What was saved to the album, as data URLs, oldest first. */
  readonly album: string[] = [];

  async addTemporary(blob: Blob, extension: string): Promise<string> {
    this.made += 1;
    const path = `${temporary}${this.made}.${extension}`;
    this.temporaries.set(path, new Uint8Array(await blob.arrayBuffer()));
    return path;
  }

  write(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.urls.delete(path);
    localStorage.setItem(prefix + path, toBase64(bytes));
  }

  read(path: string): Uint8Array<ArrayBuffer> | undefined {
    const stored = localStorage.getItem(prefix + path);
    return this.temporaries.get(path) ?? (stored === null ? undefined : fromBase64(stored));
  }

  remove(path: string): boolean {
    const there = this.read(path) !== undefined;
    this.temporaries.delete(path);
    localStorage.removeItem(prefix + path);
    return there;
  }

  list(folder: string): string[] {
    const start = `${prefix}${folder.replace(/\/$/, '')}/`;
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(start))
      .map((name) => name.slice(start.length).split('/')[0] ?? '');
  }

  /** An address that the browser can load: the file's own, or the package's. */
  resolve(source: string): string {
    if (!source.startsWith('wxfile://')) return source;
    const known = this.urls.get(source);
    if (known !== undefined) return known;
    const bytes = this.read(source);
    if (!bytes) return source;
    const url = URL.createObjectURL(new Blob([bytes]));
    this.urls.set(source, url);
    return url;
  }

  /** As base64, whatever it is. */
  contentOf(path: string): string | undefined {
    const bytes = this.read(path);
    return bytes && toBase64(bytes);
  }

  async saveToAlbum(path: string): Promise<boolean> {
    const bytes = this.read(path) ?? (await this.fromPackage(path));
    if (!bytes) return false;
    this.album.push(`data:image/${path.endsWith('.png') ? 'png' : 'jpeg'};base64,${toBase64(bytes)}`);
    return true;
  }

  private async fromPackage(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (path.startsWith('wxfile://')) return undefined;
    const response = await fetch(resolveSource(path.startsWith('/') ? path : `/${path}`, ''));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  }
}
