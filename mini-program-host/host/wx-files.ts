import { Refusal, type ApiMaker, type ApiResult, type ApiTable, type Fields } from './api';
import { userFolder, type Files } from './files';

type FileData = string | ArrayBuffer;

const encode = (data: FileData, encoding: unknown): Uint8Array<ArrayBuffer> => {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (encoding === 'base64') return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return new TextEncoder().encode(data);
};

const decode = (bytes: Uint8Array<ArrayBuffer>, encoding: unknown): FileData => {
  if (encoding === undefined) return bytes.buffer;
  if (encoding === 'base64') return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return new TextDecoder().decode(bytes);
};

/** The part of the file system that text and pictures need. */
export function fileApis(make: ApiMaker, files: Files): ApiTable {
  const missing = (path: string): Refusal => new Refusal(`no such file or directory "${path}"`, { errno: 1300002 });
  const write = (path: string, data: FileData, encoding?: unknown): ApiResult => {
    if (!path.startsWith(`${userFolder}/`)) return new Refusal(`permission denied, open "${path}"`, { errno: 1300013 });
    files.write(path, encode(data, encoding));
    return undefined;
  };
  const read = (path: string, encoding?: unknown): ApiResult => {
    const bytes = files.read(path);
    return bytes ? { data: decode(bytes, encoding) } : missing(path);
  };
  const access = (path: string): ApiResult =>
    files.read(path) || files.list(path).length > 0 || path === userFolder ? undefined : missing(path);
  const unlink = (path: string): ApiResult => (files.remove(path) ? undefined : missing(path));
  const sync = (name: string, result: ApiResult): Fields => {
    if (result instanceof Refusal) throw new Error(`${name}:fail ${result.reason}`);
    return result ?? {};
  };
  const path = (options: Fields, name = 'filePath'): string => String(options[name]);
  const fileSystem = {
    writeFile: make.async('writeFile', (options) => write(path(options), options.data as FileData, options.encoding)),
    writeFileSync: (file: string, data: FileData, encoding?: string) => {
      sync('writeFileSync', write(file, data, encoding));
    },
    readFile: make.async('readFile', (options) => read(path(options), options.encoding)),
    readFileSync: (file: string, encoding?: string) => sync('readFileSync', read(file, encoding)).data,
    access: make.async('access', (options) => access(path(options, 'path'))),
    accessSync: (file: string) => {
      sync('accessSync', access(file));
    },
    unlink: make.async('unlink', (options) => unlink(path(options))),
    unlinkSync: (file: string) => {
      sync('unlinkSync', unlink(file));
    },
    // Folders are only names here: every path may be written.
    mkdir: make.async('mkdir', () => undefined),
    mkdirSync: () => undefined,
    readdir: make.async('readdir', (options) => ({ files: files.list(path(options, 'dirPath')) })),
    readdirSync: (folder: string) => files.list(folder),
  };
  return {
    env: { USER_DATA_PATH: userFolder },
    getFileSystemManager: make.sync('getFileSystemManager', () => fileSystem),
  };
}
